#include <algorithm>

#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::no_catch {

namespace {

bool catches(const asl::State& state) { return asl::can_fail(state) && state.value.has("Catch"); }

// Whether a Parallel or Map around the state catches for it.
bool caught_outside(const asl::State& state) {
  for (const asl::State* outer = state.scope->owner; outer; outer = outer->scope->owner)
    if (catches(*outer)) return true;
  return false;
}

void check(const asl::Machine& machine, Report& report) {
  const auto& states = machine.states();
  if (!std::any_of(states.begin(), states.end(), catches)) return;
  for (const asl::State& state : states)
    if (asl::can_fail(state) && !catches(state) && !state.value.open() && !caught_outside(state))
      report.add(state.value.label(), "this state has no `Catch`, but other states catch their errors");
}

constexpr Example examples[] = {
    {"a failure path that one task does not take",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "B",
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]},
        «"B"»: {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true},
        "Failed": {"Type": "Fail"}}})"},
    {"no failure path at all",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/no-catch",
    .severity = Severity::info,
    .summary = "a state without `Catch` where other states have one",
    .why =
        "An error that no catcher handles ends the execution at once: the cleanup or notification on the "
        "failure path of this state machine does not happen.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::errors::no_catch
