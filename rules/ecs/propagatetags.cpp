// Catalogue ECS847. Other values: service/parameter-value.
#include "lint/rule.h"
#include "rules/ecs/shared/run_task.h"

namespace sfn::rules::ecs::propagatetags {

namespace {

void check(const asl::State& state, Report& report) {
  const auto task = run_task(state);
  if (!task) return;
  const Value value = task->literal("PropagateTags");
  if (value.literal() == "SERVICE")
    report.add(value.place(),
               "`SERVICE` for a task that belongs to no service; `TASK_DEFINITION` or `NONE` is possible");
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
    .summary = "tags propagated from a service that there is not",
    .why =
        "The state fails when it runs. A task that Step Functions starts belongs to no service. The API "
        "documentation says it: an error will be received if you specify the SERVICE option when running a "
        "task.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::ecs::propagatetags
