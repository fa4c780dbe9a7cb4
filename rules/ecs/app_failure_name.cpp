#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/rule.h"
#include "schemas/call/token.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::app_failure_name {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (!task.resource.waits()) return;
  for (const asl::Handler& handler : asl::all_handlers(*task.state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (name && !name->empty() && name->find('.') == name->npos && token_use(*task.state).missing())
        report.add(item.place(),
                   fmt::format("a `.sync` task never raises `{}`; it fails with `States.TaskFailed` when a "
                               "container fails",
                               *name));
    }
}

constexpr Example examples[] = {
    {"a custom error name",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": [«"MyAppError"»]}], "End": true})json"},
    {"the name that is raised, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": ["States.TaskFailed"]}], "End": true})json"},
    {"a program that answers",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "Retry": [{"ErrorEquals": ["MyAppError"]}], "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/app-failure-name",
    .severity = Severity::info,
    .summary = "a handler for a custom error name that the task cannot raise",
    .why =
        "Whatever goes wrong in its container, a `.sync` state fails with `States.TaskFailed` and with the "
        "description of the task as JSON text in `Cause`. Only a program that reports through the task "
        "token (`SendTaskFailure`) can choose an error name.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::app_failure_name
