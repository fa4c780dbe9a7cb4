#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/launch.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::fargate_not_required {

using namespace schemas::ecs;

namespace {

// Only once it is registered, ECS says what it is compatible with: ecs/launch-type-incompatible.
void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  if (!found.fargate()) return;
  const TaskDefinition definition = task_definition(task);
  const Value required = definition["requiresCompatibilities"];
  if (definition["compatibilities"] || required.child_count() == 0 || holds(required, "FARGATE")) return;
  for (const Value item : required)
    if (!item.literal()) return;
  point_at(definition,
           report.add(found.because.place(),
                      fmt::format("the task definition requires compatibility with `{}`, not with `FARGATE`",
                                  required.first_child().text())));
}

constexpr Example examples[] = {
    {.title = "a definition for instances",
     .text =
         R"json({"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web",
   "Cpu": "256", "Memory": "512", "NetworkMode": "awsvpc", "RequiresCompatibilities": ["EC2"], "ContainerDefinitions": [{"Name": "app"}]}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"TaskDefinition": {"Ref": "Task"}, "LaunchType": «"FARGATE"»}}}}}}}})json",
     .file = "template.json"},
    {.title = "a definition for both",
     .text =
         R"json({"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web",
   "Cpu": "256", "Memory": "512", "NetworkMode": "awsvpc", "RequiresCompatibilities": ["EC2", "FARGATE"], "ContainerDefinitions": [{"Name": "app"}]}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"TaskDefinition": {"Ref": "Task"}, "LaunchType": "FARGATE"}}}}}}}})json",
     .file = "template.json"},
};

constexpr std::string_view stronger[] = {"ecs/launch-type-incompatible"};

}  // namespace

extern const Rule rule{
    .id = "ecs/fargate-not-required",
    .severity = Severity::warning,
    .summary = "a launch on Fargate of a task definition that is meant for other launch types",
    .why =
        "When a task definition is registered, ECS validates it for the launch types in "
        "`RequiresCompatibilities`. Where it does not fit another one, the state fails when it runs: `Task "
        "definition does not support launch_type FARGATE`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
    .examples = examples,
    .yields_to = stronger,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::fargate_not_required
