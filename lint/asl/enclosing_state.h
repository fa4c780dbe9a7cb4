// The state that a value is in, found without reading the whole machine.
#pragma once

#include <string_view>
#include <unordered_map>

#include "lint/document.h"

namespace sfn::asl {

/// Answers for the values of one document, which must outlive it. Remembers what it has looked at.
class EnclosingState {
 public:
  explicit EnclosingState(const Document& document) : document_(document) {}

  /// The name of the innermost state that a node is in or is, as asl::Machine sees states: an object `States`
  /// in a payload holds none. Empty outside states.
  std::string_view name(NodeId node);

 private:
  /// What a node is to a machine.
  enum class Role : uint8_t { none, scope, states, state, branches };

  Role role(Value value);
  Role role_in(Value value, Role parent) const;

  const Document& document_;
  std::unordered_map<NodeId, Role> roles_;
};

}  // namespace sfn::asl
