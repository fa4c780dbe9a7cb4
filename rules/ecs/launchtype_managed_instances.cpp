#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::launchtype_managed_instances {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("LaunchType");
  if (value.literal() == "MANAGED_INSTANCES")
    report.add(value.place(),
               "`MANAGED_INSTANCES` should not be given as launch type; name its capacity provider in "
               "`CapacityProviderStrategy`");
}

constexpr Example examples[] = {
    {"as a launch type",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": «"MANAGED_INSTANCES"»}, "End": true})json"},
    {"by its capacity provider, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "managed", "Weight": 1}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/launchtype-managed-instances",
    .severity = Severity::warning,
    .summary = "Managed Instances as a launch type",
    .why =
        "The API knows the value, but its documentation tells you to use Amazon ECS Managed Instances "
        "through `CapacityProviderStrategy` and to omit the launch type.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::launchtype_managed_instances
