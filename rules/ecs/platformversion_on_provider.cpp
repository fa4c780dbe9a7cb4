#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::platformversion_on_provider {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const asl::Parameter version = task.get("PlatformVersion");
  if (found.compute == Compute::own_provider && version.literal())
    report.add(version.key(),
               fmt::format("`PlatformVersion` cannot be used with {}; only Fargate has platform versions",
                           describe(found)));
}

constexpr Example examples[] = {
    {"your own capacity provider",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "my-asg"}],
  «"PlatformVersion"»: "1.4.0"}, "End": true})json"},
    {"Fargate Spot, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT"}],
  "PlatformVersion": "1.4.0"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/platformversion-on-provider",
    .severity = Severity::warning,
    .summary = "a platform version for capacity providers other than Fargate",
    .why =
        "Only Fargate has platform versions. ECS refuses one if the capacity provider turns out to be an "
        "Auto Scaling group.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::platformversion_on_provider
