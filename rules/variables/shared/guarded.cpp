#include "rules/variables/shared/guarded.h"

#include <algorithm>
#include <vector>

namespace sfn::rules::variables {

namespace {

bool in_rule(const asl::Expression& expression) {
  const asl::Construct& construct = expression.construct;
  if (construct.is(asl::ConstructKind::nested_rule)) return true;
  return construct.is(asl::ConstructKind::choice_rule) && expression.field->name != "Output" &&
         expression.field->name != "Assign";
}

}  // namespace

Guards::Guards(const asl::Machine& machine) : variables_(machine.variables()) {
  std::map<NodeId, std::vector<std::string_view>> by_holder;
  for (const asl::Assignment& assignment : variables_.assignments()) {
    by_holder[assignment.construct->value.id()].push_back(assignment.name);
    assigned_.emplace(assignment.construct->value.id(), assignment.name);
  }
  for (const asl::VariableRead& read : variables_.reads())
    if (in_rule(*read.expression)) asked_[&read.state()].insert(read.name);
  std::set<std::string_view> asked;
  for (const auto& [state, names] : asked_) asked.insert(names.begin(), names.end());
  for (const auto& [holder, names] : by_holder)
    for (const std::string_view status : names)
      if (asked.count(status) > 0) together_[status].insert(names.begin(), names.end());
}

bool Guards::asks_for(const asl::State& choice, std::string_view name) const {
  const auto asked = asked_.find(&choice);
  if (asked == asked_.end()) return false;
  return std::any_of(asked->second.begin(), asked->second.end(), [&](std::string_view other) {
    if (other == name) return true;
    const auto with = together_.find(other);
    return with != together_.end() && with->second.count(name) > 0;
  });
}

// The states of a scope that are reached from its start without an Assign of the name and without such a
// Choice.
const Guards::States& Guards::open_ways(const asl::Scope& scope, std::string_view name) const {
  const auto [at, fresh] = open_.try_emplace({&scope, name});
  States& reached = at->second;
  if (!fresh || !scope.start) return reached;
  std::vector<const asl::State*> waiting{scope.start};
  reached.insert(scope.start);
  while (!waiting.empty()) {
    const asl::State& state = *waiting.back();
    waiting.pop_back();
    if (asks_for(state, name)) continue;
    for (const asl::Transition& transition : state.transitions) {
      const bool assigns = assigned_.count({transition.holder.id(), name}) > 0;
      if (transition.to && !assigns && reached.insert(transition.to).second) waiting.push_back(transition.to);
    }
  }
  return reached;
}

bool Guards::guarded(const asl::VariableRead& read) const {
  const asl::State* state = &read.state();
  const asl::Scope* owner = variables_.owner(*state->scope, read.name);
  for (; state; state = state->scope->owner) {
    if (open_ways(*state->scope, read.name).count(state) == 0) return true;
    if (state->scope == owner) return false;
  }
  return false;
}

}  // namespace sfn::rules::variables
