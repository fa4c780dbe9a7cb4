// Catalogue ASL528.
#include <algorithm>

#include "lint/rule.h"
#include "rules/errors/shared/handlers.h"

namespace sfn::rules::errors::no_catch {

namespace {

bool catches(const asl::State& state) { return can_fail(state) && state.value.has("Catch"); }

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
    if (can_fail(state) && !catches(state) && !state.value.open() && !caught_outside(state))
      report.add(state.value.label(), "other states catch their errors; this one has no `Catch`");
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
    .summary = "a state has no `Catch` where others of the state machine have",
    .why =
        "An error that no catcher takes ends the execution at once: the clean-up or the message that the "
        "failure path "
        "of this state machine provides does not happen.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::errors::no_catch
