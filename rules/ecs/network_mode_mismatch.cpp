#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/launch.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::network_mode_mismatch {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const auto mode = definition["networkMode"].literal();
  if (!mode) return;
  const asl::Parameter network = task.get("NetworkConfiguration");
  const bool given =
      network.literal().is_object() && task.get(network.value, "AwsvpcConfiguration").literal();
  if (*mode != "awsvpc" && given && !launch(task).fargate())
    point_at(definition,
             report.add(network.key(), fmt::format("`NetworkConfiguration` is set, but the task definition "
                                                   "uses network mode `{}`, which does not accept it",
                                                   *mode)));
  if (*mode == "awsvpc" && task.payload && task.lacks("NetworkConfiguration") && !launch(task).fargate())
    point_at(definition,
             report.add(task.payload.label(),
                        "`NetworkConfiguration` is missing; the task definition uses network mode `awsvpc`, "
                        "which needs it"));
}

constexpr Example examples[] = {
    {.title = "bridge",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", «"NetworkConfiguration"»: {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "awsvpc, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Arguments"»: {"TaskDefinition": "web:7", "LaunchType": "EC2"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/web",
  "compatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
    {.title = "awsvpc with its network",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "prod"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/web",
  "compatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/network-mode-mismatch",
    .severity = Severity::error,
    .summary = "a network configuration that does not fit the task definition",
    .why =
        "A task definition with network mode `awsvpc` needs `NetworkConfiguration`, and other modes do "
        "not accept it. The state fails when it runs: `ECS.InvalidParameterException: Network "
        "Configuration is not valid for the given networkMode of this task definition`. Checked only if "
        "the task definition is given with `--task-definition`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::network_mode_mismatch
