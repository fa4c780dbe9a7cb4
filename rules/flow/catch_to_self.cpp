#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::flow::catch_to_self {

namespace {

void check(const asl::State& state, Report& report) {
  for (const asl::Transition& transition : state.transitions)
    if (transition.kind == asl::TransitionKind::catcher && transition.to == &state)
      report.add(transition.target.place(),
                 "this catcher runs its own state again without end; use `Retry`, which has a limit");
}

constexpr Example examples[] = {
    {"a catcher that goes round",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": «"S"»}]})"},
    {"a handler",
     R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]}, "B": {"Type": "Fail"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/catch-to-self",
    .severity = Severity::warning,
    .summary = "a catcher that leads back to its own state",
    .why =
        "As long as the error persists, the state runs again at once, without a pause and without a last "
        "attempt, until the quota of 25,000 events ends the execution. `Retry` waits longer each time, and "
        "then stops.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::flow::catch_to_self
