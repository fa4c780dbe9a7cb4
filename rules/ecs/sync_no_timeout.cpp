#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::sync_no_timeout {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value machine = task.state->machine().root();
  const bool limited = task.state->value.has("TimeoutSeconds") ||
                       task.state->value.has("TimeoutSecondsPath") || machine.has("TimeoutSeconds") ||
                       task.state->value.open() || machine.open();
  if (task.resource.waits() && !limited)
    report.add(task.state->value.label(),
               "the state waits for its container without a time limit; set `TimeoutSeconds`");
}

constexpr Example examples[] = {
    {"no limit",
     R"json({"StartAt": "Run", "States": {«"Run"»: {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true}}})json"},
    {"no limit, in JSONata",
     R"json({"StartAt": "Run", "States": {«"Run"»: {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true}}})json"},
    {"a limit",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "TimeoutSeconds": 3600, "End": true})json"},
    {"a limit of the whole machine",
     R"json({"StartAt": "Run", "TimeoutSeconds": 3600, "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/sync-no-timeout",
    .severity = Severity::info,
    .summary = "a task that can hang for a year",
    .why =
        "A `.sync` state has no default limit on how long it waits for its container. A container that "
        "hangs keeps the execution open until it reaches its own limit, one year.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::sync_no_timeout
