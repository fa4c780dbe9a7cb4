#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::errors::no_retry {

namespace {

// Lambda has advice of its own: practice/lambda-transient-retry.
bool calls_a_service(const asl::Resource& resource) {
  return (resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk) &&
         resource.service != "lambda";
}

void check(const asl::State& state, Report& report) {
  if (state.value.has("Retry") || state.value.open()) return;
  if (calls_a_service(asl::resource(state)))
    report.add(state.value.label(), "the task has no `Retry`, so a single throttled call makes it fail");
}

constexpr Example examples[] = {
    {"a call without a second attempt",
     R"({"StartAt": "A", "States": {
        «"A"»: {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}})"},
    {"a call with one",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Retry": [{"ErrorEquals": ["States.TaskFailed"]}]}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/no-retry",
    .severity = Severity::info,
    .summary = "a task that calls a service without `Retry`",
    .why =
        "Services throttle calls and fail briefly from time to time. Step Functions repeats a call only if "
        "`Retry` asks for it; otherwise the first such failure fails the state.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::no_retry
