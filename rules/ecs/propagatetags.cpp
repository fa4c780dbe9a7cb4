// Other values: service/parameter-value.
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::propagatetags {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("PropagateTags");
  if (value.literal() == "SERVICE")
    report.add(value.place(),
               "`SERVICE` cannot be used here, since this task does not belong to a service; use "
               "`TASK_DEFINITION` or `NONE`");
}

constexpr Example examples[] = {
    {"from a service",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PropagateTags": «"SERVICE"»}, "End": true})json"},
    {"from the task definition, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "PropagateTags": "TASK_DEFINITION"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/propagatetags",
    .severity = Severity::error,
    .summary = "tags propagated from a service although the task does not belong to one",
    .why =
        "A task that Step Functions starts does not belong to a service. ECS refuses the option `SERVICE` "
        "for such a task, as its API documentation says, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::propagatetags
