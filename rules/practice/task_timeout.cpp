// For ecs:runTask.sync see family ecs, for callbacks service/callback-no-timeout.
#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::practice::task_timeout {

namespace {

bool waits_for_others(const asl::Resource& resource) {
  if (resource.kind == asl::ResourceKind::activity) return true;
  return resource.waits() && resource.service != "ecs";
}

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::task) || state.value.open() || state.machine().root().has("TimeoutSeconds"))
    return;
  if (state.value.has("TimeoutSeconds") || state.value.has("TimeoutSecondsPath")) return;
  if (waits_for_others(asl::resource(state)))
    report.add(state.value.label(),
               "the task waits without a `TimeoutSeconds`, whose default is 99999999 seconds");
}

constexpr Example examples[] = {
    {"a job without a limit",
     R"({"StartAt": "A", "States": {
           «"A"»: {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true}}})"},
    {"a limit",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "TimeoutSeconds": 3600, "End": true}}})"},
    {"a call that returns at once",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/task-timeout",
    .severity = Severity::info,
    .summary = "a task that waits for a job or a worker without a timeout",
    .why =
        "The default of `TimeoutSeconds` is 99999999, more than three years. A job that hangs, or an "
        "activity without workers, then keeps the execution open until its limit of one year.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::practice::task_timeout
