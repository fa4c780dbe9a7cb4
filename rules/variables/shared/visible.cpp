#include "rules/variables/shared/visible.h"

#include <algorithm>

namespace sfn::rules::variables {

namespace {

bool assigns(const asl::State& state, std::string_view name, const asl::Variables& variables) {
  const auto& all = variables.assignments();
  return std::any_of(all.begin(), all.end(), [&](const asl::Assignment& assignment) {
    return assignment.construct->state == &state && assignment.name == name;
  });
}

// A distributed processor begins an execution of its own, which gets no variables.
bool crosses_processor(const asl::Scope& from, const asl::Scope& to) {
  for (const asl::Scope* at = &from; at && at != &to; at = at->parent())
    if (at->distributed()) return true;
  return false;
}

}  // namespace

ReadState read_state(const asl::VariableRead& read, const asl::Variables& variables) {
  const asl::State& state = read.state();
  if (variables.open() || !variables.reached(state)) return ReadState::unknown;
  const asl::Scope* owner = variables.owner(*state.scope, read.name);
  if (!owner) return variables.assigned_anywhere(read.name) ? ReadState::elsewhere : ReadState::unset;
  if (crosses_processor(*state.scope, *owner)) return ReadState::behind_processor;
  if (variables.surely_set(state, read.name)) return ReadState::set;
  if (variables.possibly_set(state, read.name)) return ReadState::maybe;
  return assigns(state, read.name, variables) ? ReadState::same_state : ReadState::unset;
}

std::vector<std::string_view> visible_names(const asl::Scope& scope, const asl::Variables& variables) {
  std::vector<std::string_view> names;
  for (const asl::Scope* at = &scope; at; at = at->distributed() ? nullptr : at->parent())
    for (const std::string_view name : variables.assigned_in(*at)) names.push_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace sfn::rules::variables
