#include "lint/rule.h"
#include "rules/flow/shared/graph.h"

namespace sfn::rules::flow::no_terminal_state {

namespace {

bool is_whole(const asl::Scope& scope) {
  if (scope.open() || scope.states.empty()) return false;
  for (const Value state : scope.states_value)
    if (!state.is_object()) return false;
  return true;
}

// A state with another fault may be the one that ends the execution.
bool may_end(const asl::Scope& scope) {
  for (const asl::State* state : scope.states)
    if (state->terminal || is_open(*state)) return true;
  return false;
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Scope& scope = machine.root_scope();
  if (is_whole(scope) && !may_end(scope))
    report.add(scope.states_value.key(),
               "no state ends the execution; add a Succeed or Fail state, or `\"End\": true`");
}

constexpr Example examples[] = {
    {"a circle",
     R"({"StartAt": "A", «"States"»: {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})"},
    {"an end", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})"},
    {"a circle in a branch",
     R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {
         "A": {"Type": "Pass", "Next": "A"}}}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/no-terminal-state",
    .severity = Severity::error,
    .summary = "a state machine without a state that ends the execution",
    .why =
        "Step Functions refuses the definition when it is deployed if no state at its top level ends the "
        "execution (`MISSING_END_STATE`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::flow::no_terminal_state
