// The files of Terraform that are read together: all of a folder.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn::cli {

/// The `.tf` files beside one that is checked; of a file without siblings, of standard input and of other
/// files none. A file that cannot be read is left out, and so are the last of very many.
class Configuration {
 public:
  explicit Configuration(const Source& checked);
  Configuration(const Configuration&) = delete;

  /// All texts, that of the checked file first.
  std::vector<std::string_view> texts() const;
  /// The file that a text is of; null for the checked one.
  const Source* sibling(std::string_view text) const;

 private:
  std::string_view checked_;
  std::deque<Source> siblings_;
};

}  // namespace sfn::cli
