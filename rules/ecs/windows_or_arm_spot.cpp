#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::windows_or_arm_spot {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("PlatformVersion");
  const auto text = value.literal();
  if (!text || !older_than(*text, "1.4.0")) return;
  for (Value item : task.items("CapacityProviderStrategy"))
    if (task.text(item, "CapacityProvider") == "FARGATE_SPOT") {
      report.add(value.place(),
                 fmt::format("platform version `{}` does not support Fargate Spot; x86 needs 1.3.0 or "
                             "newer, ARM 1.4.0",
                             *text));
      return;
    }
}

constexpr Example examples[] = {
    {"an old version",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT"}],
  "PlatformVersion": «"1.2.0"»}, "End": true})json"},
    {"a new version, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT"}],
  "PlatformVersion": "1.4.0"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/windows-or-arm-spot",
    .severity = Severity::info,
    .summary = "Fargate Spot with a platform version that is too old",
    .why =
        "Fargate Spot runs x86 tasks since platform version 1.3.0 and ARM tasks since 1.4.0. With an older "
        "version ECS does not start the task.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::windows_or_arm_spot
