#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/launch.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::launch_type_incompatible {

using namespace schemas::ecs;

namespace {

// ECS says what a definition is compatible with only once it is registered.
bool is_written(TaskDefinition definition) {
  return definition["containerDefinitions"] && !definition["compatibilities"];
}

// Why a task cannot run on Fargate; empty where it may.
std::string unfit_for_fargate(TaskDefinition definition) {
  const auto mode = definition["networkMode"].literal();
  if (mode && *mode != "awsvpc")
    return fmt::format("the task definition uses network mode `{}`, but Fargate needs `awsvpc`", *mode);
  if (!is_written(definition)) return {};
  if (lacks(definition, "networkMode"))
    return "the task definition sets no network mode, but Fargate needs `awsvpc`";
  for (const char* size : {"cpu", "memory"})
    if (lacks(definition, size))
      return fmt::format("the task definition sets no {} for the task, but Fargate needs it",
                         size == std::string_view("cpu") ? "CPU" : size);
  return {};
}

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const Value compatible = definition["compatibilities"];
  const Launch found = launch(task);
  const bool known = found.compute == Compute::fargate || found.on_instances();
  if (!definition || !known) return;
  const std::string_view wanted = found.fargate() ? "FARGATE" : found.because.text();
  std::string message;
  if (compatible.child_count() > 0 && !holds(compatible, wanted))
    message = fmt::format("the task definition does not support {}", describe(found));
  else if (found.fargate()) message = unfit_for_fargate(definition);
  if (!message.empty()) point_at(definition, report.add(found.because.place(), message));
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
    {.title = "no network mode in the template",
     .text =
         R"json({"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web",
   "Cpu": "256", "Memory": "512", "ContainerDefinitions": [{"Name": "app"}]}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"TaskDefinition": {"Ref": "Task"}, "LaunchType": «"FARGATE"»}}}}}}}})json",
     .file = "template.json"},
    {.title = "a template's definition for Fargate",
     .text =
         R"json({"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web",
   "Cpu": "256", "Memory": "512", "NetworkMode": "awsvpc", "ContainerDefinitions": [{"Name": "app"}]}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"TaskDefinition": {"Ref": "Task"}, "LaunchType": "FARGATE"}}}}}}}})json",
     .file = "template.json"},
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
        "not support launch_type FARGATE`. Checked if the template has the task definition, or "
        "`--task-definition` gives it.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::launch_type_incompatible
