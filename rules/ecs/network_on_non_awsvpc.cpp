// Info, not a warning: EC2 with `awsvpc` is as usual, and only the task definition tells.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::network_on_non_awsvpc {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const asl::Parameter network = task.get("NetworkConfiguration");
  if (found.on_instances() && network)
    report.add(network.key(), fmt::format("`NetworkConfiguration` is used with {}; ECS accepts it only if "
                                          "the task definition's network mode is `awsvpc`",
                                          describe(found)));
}

constexpr Example examples[] = {
    {"EC2",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", «"NetworkConfiguration"»: {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json"},
    {"Fargate, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "prod"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/network-on-non-awsvpc",
    .severity = Severity::info,
    .summary = "a network configuration that only some task definitions accept",
    .why =
        "ECS accepts `NetworkConfiguration` if the task definition uses network mode `awsvpc`, and refuses "
        "it for the other modes, which most tasks on EC2 and external instances use. Pass the task "
        "definition with `--task-definition` to check this.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::network_on_non_awsvpc
