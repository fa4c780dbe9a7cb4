// Which variables an expression binds itself, and where they can be seen.
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

class Bindings {
 public:
  explicit Bindings(const Tree& tree);
  /// Whether a variable has a value of the expression where it stands. A later `:=` counts inside a function,
  /// which may be called after it.
  bool bound(NodeIndex variable) const;
  /// Whether a variable is written here, not read: `:=`, `@`, `#`, a parameter.
  bool target(NodeIndex variable) const;

 private:
  void bind(NodeIndex frame, NodeIndex variable, uint32_t from);
  NodeIndex path_of(NodeIndex node) const;

  const Tree& tree_;
  std::vector<NodeIndex> frame_of_;  // the innermost block, function or path with a binding around each node
  std::vector<bool> frame_;
  std::map<std::pair<NodeIndex, std::string_view>, uint32_t>
      from_;  // frame and name: where it begins to hold
};

}  // namespace sfn::asl::jsonata
