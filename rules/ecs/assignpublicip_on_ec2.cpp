#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::assignpublicip_on_ec2 {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  const Value value = task.literal(network, "AssignPublicIp");
  if (found.on_instances() && value.literal() == "ENABLED")
    report
        .add(value.place(),
             fmt::format("`AssignPublicIp` cannot be `ENABLED` with {}; only Fargate supports it",
                         describe(found)))
        .offer_unsafe("remove `AssignPublicIp`", remove(value));
}

constexpr Example examples[] = {
    {"EC2",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": «"ENABLED"»}}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json"},
    {"off, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "EC2", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "DISABLED"}}}, "End": true})json"},
    {"Fargate",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "ENABLED"}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/assignpublicip-on-ec2",
    .severity = Severity::error,
    .summary = "a public IP address for a task that does not run on Fargate",
    .why =
        "Only Fargate can assign a public IP address to a task. ECS answers "
        "`ECS.InvalidParameterException: Assign public IP is not supported for this launch type`, and the "
        "state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::assignpublicip_on_ec2
