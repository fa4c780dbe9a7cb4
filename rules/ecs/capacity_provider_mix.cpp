#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::capacity_provider_mix {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  std::optional<bool> fargate;
  for (Value item : task.items("CapacityProviderStrategy")) {
    const Value value = task.literal(item, "CapacityProvider");
    const auto name = value.literal();
    if (!name) continue;
    const bool here = is_fargate_provider(*name);
    if (fargate && *fargate != here) {
      report.add(value.place(),
                 fmt::format("`{}` cannot be combined with {}; a strategy uses one kind or the other", *name,
                             here ? "capacity providers of your own" : "Fargate capacity providers"));
      return;
    }
    fargate = here;
  }
}

constexpr Example examples[] = {
    {"two kinds",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "FARGATE", "Weight": 1}, {"CapacityProvider": «"my-asg"», "Weight": 2}]}, "End": true})json"},
    {"two kinds, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "my-asg", "Weight": 1}, {"CapacityProvider": «"FARGATE_SPOT"», "Weight": 2}]}, "End": true})json"},
    {"one kind",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "FARGATE", "Weight": 1}, {"CapacityProvider": "FARGATE_SPOT", "Weight": 2}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/capacity-provider-mix",
    .severity = Severity::error,
    .summary = "a strategy that mixes Fargate with other capacity providers",
    .why =
        "A strategy uses either Fargate capacity providers or those of Auto Scaling groups. ECS refuses a "
        "mix, and the state fails when it runs: `ECS.InvalidParameterException: The specified capacity "
        "provider strategy cannot contain a mix of capacity providers`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::capacity_provider_mix
