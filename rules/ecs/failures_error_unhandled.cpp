#include "lint/asl/handlers.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::failures_error_unhandled {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (!task.resource.waits() && !task.resource.calls_back()) return;
  const auto handlers = asl::all_handlers(*task.state);
  if (handlers.empty() || !handlers.front().names.is_array()) return;
  for (const std::string_view name : {"AmazonECS.Unknown", "States.ALL", "States.TaskFailed"})
    if (asl::may_handle(handlers, name)) return;
  const Value names = handlers.front().names;
  report
      .add(names.label(),
           "no handler matches `AmazonECS.Unknown`, the error of a task that could not be placed")
      .offer_unsafe("add `AmazonECS.Unknown`", insert_item(names, "\"AmazonECS.Unknown\""));
}

constexpr Example examples[] = {
    {"it is missed",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{«"ErrorEquals"»: ["ECS.AmazonECSException"]}], "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": ["ECS.AmazonECSException", "AmazonECS.Unknown"]}], "End": true})json"},
    {"every error is handled, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/failures-error-unhandled",
    .severity = Severity::info,
    .summary = "handlers that miss the error of a task that could not be placed",
    .why =
        "If ECS answers with `Failures` (no capacity, not enough resources), a `.sync` or callback state "
        "fails with `AmazonECS.Unknown`. Of all errors, this is the one that a retry most often resolves.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::failures_error_unhandled
