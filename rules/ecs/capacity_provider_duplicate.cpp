#include <fmt/core.h>

#include <unordered_set>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::capacity_provider_duplicate {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  std::unordered_set<std::string_view> seen;
  for (Value item : task.items("CapacityProviderStrategy")) {
    const Value value = task.literal(item, "CapacityProvider");
    const auto name = value.literal();
    if (name && !seen.insert(*name).second)
      report.add(value.place(), fmt::format("the strategy lists capacity provider `{}` twice", *name));
  }
}

constexpr Example examples[] = {
    {"twice",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "a", "Weight": 1}, {"CapacityProvider": «"a"», "Weight": 2}]}, "End": true})json"},
    {"two providers, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "FARGATE", "Weight": 1}, {"CapacityProvider": "FARGATE_SPOT", "Weight": 2}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/capacity-provider-duplicate",
    .severity = Severity::warning,
    .summary = "a capacity provider that is listed twice in one strategy",
    .why = "A strategy should list each provider once, with its total weight.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::capacity_provider_duplicate
