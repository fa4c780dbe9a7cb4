#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::assignpublicip_on_provider {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  const Value value = task.literal(network, "AssignPublicIp");
  if (found.compute == Compute::own_provider && value.literal() == "ENABLED")
    report.add(value.place(),
               fmt::format("`AssignPublicIp` cannot be `ENABLED` with {}; only Fargate supports it",
                           describe(found)));
}

constexpr Example examples[] = {
    {"your own capacity provider",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "my-asg"}],
  "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": «"ENABLED"»}}}, "End": true})json"},
    {"Fargate Spot, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT"}],
  "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "ENABLED"}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/assignpublicip-on-provider",
    .severity = Severity::warning,
    .summary = "a public IP address for capacity providers other than Fargate",
    .why =
        "A task in an Auto Scaling group cannot have a public IP address of its own; ECS refuses it with "
        "`ECS.InvalidParameterException`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::assignpublicip_on_provider
