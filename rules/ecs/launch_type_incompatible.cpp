#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/launch.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::launch_type_incompatible {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const Value compatible = definition["compatibilities"];
  const Launch found = launch(task);
  const bool known = found.compute == Compute::fargate || found.on_instances();
  if (!definition || !known) return;
  const std::string_view wanted = found.fargate() ? "FARGATE" : found.because.text();
  const auto mode = definition["networkMode"].literal();
  if (compatible.child_count() > 0 && !holds(compatible, wanted))
    report.add(found.because.place(),
               fmt::format("the task definition does not support {}", describe(found)));
  else if (found.fargate() && mode && *mode != "awsvpc")
    report.add(found.because.place(),
               fmt::format("the task definition uses network mode `{}`, but Fargate needs `awsvpc`", *mode));
}

constexpr Example examples[] = {
    {.title = "Fargate",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": «"FARGATE"», "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "prod"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "Fargate Spot, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": «"FARGATE_SPOT"»}]}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "EC2",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "a definition for both",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "prod"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/web",
  "compatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/launch-type-incompatible",
    .severity = Severity::error,
    .summary = "a launch type that the task definition does not support",
    .why =
        "A task definition is validated for certain launch types when it is registered. ECS refuses "
        "others, and the state fails when it runs: `ECS.InvalidParameterException: Task definition does "
        "not support launch_type FARGATE`. Checked only if the task definition is given with "
        "`--task-definition`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::launch_type_incompatible
