#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::assignpublicip_unset {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  if (found.fargate() && network && task.lacks(network, "AssignPublicIp"))
    report.add(network.label(),
               "`AssignPublicIp` is not set, so the task gets no public IP address and needs a NAT gateway "
               "or VPC endpoints to pull its image");
}

constexpr Example examples[] = {
    {"not said",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration": {«"AwsvpcConfiguration"»:
  {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json"},
    {"said, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "DISABLED"}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/assignpublicip-unset",
    .severity = Severity::info,
    .summary = "a Fargate task that does not say whether it gets a public IP address",
    .why =
        "Without `AssignPublicIp` the task gets no public IP address. In a public subnet it then cannot "
        "pull its image, and stops with `CannotPullContainerError`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::assignpublicip_unset
