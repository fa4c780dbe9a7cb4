#include "lint/asl/enclosing_state.h"

#include "lint/asl/machine.h"

namespace sfn::asl {

std::string_view EnclosingState::name(NodeId node) {
  for (Value value = document_.at(node); value; value = value.parent())
    if (role(value) == Role::state) return value.name();
  return {};
}

// The readers bound the depth of values, and so that of this recursion.
EnclosingState::Role EnclosingState::role(Value value) {
  if (const auto known = roles_.find(value.id()); known != roles_.end()) return known->second;
  Role found = Role::none;
  if (const Value parent = value.parent()) found = role_in(value, role(parent));
  else if (Machine::is_definition(value)) found = Role::scope;
  roles_.emplace(value.id(), found);
  return found;
}

EnclosingState::Role EnclosingState::role_in(Value value, Role parent) const {
  // Of members with one name the last counts.
  const auto is_member = [&](std::string_view name) {
    return value.name() == name && value.parent()[name] == value;
  };
  const auto is_in = [&](StateType type) {
    return state_type(value.parent()["Type"].literal().value_or("")) == type;
  };
  switch (parent) {
    case Role::scope:
      return value.is_object() && is_member("States") ? Role::states : Role::none;
    case Role::states:
      return value.is_object() ? Role::state : Role::none;
    case Role::branches:
      return value.is_object() ? Role::scope : Role::none;
    case Role::state:
      if (is_member("Branches") && is_in(StateType::parallel)) return Role::branches;
      if (!value.is_object() || !(is_member("ItemProcessor") || is_member("Iterator"))) return Role::none;
      return is_in(StateType::map) ? Role::scope : Role::none;
    case Role::none:
      break;
  }
  return Role::none;
}

}  // namespace sfn::asl
