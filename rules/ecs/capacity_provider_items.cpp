// Ranges of Weight and Base: service/parameter-value.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::capacity_provider_items {

using namespace schemas::ecs;

namespace {

void check_bases(const RunTask& task, Objects items, Report& report) {
  Value first;
  for (Value item : items) {
    const Value base = task.literal(item, "Base");
    if (base.integer().value_or(0) <= 0) continue;
    if (first)
      report
          .add(base.place(),
               "`Base` is set on a second capacity provider; only one of a strategy may have it")
          .note("the first `Base` is here", first.place());
    else first = base;
  }
}

// Without Weight the weight is 0.
bool weighs_nothing(const RunTask& task, Value item) {
  const auto weight = task.literal(item, "Weight").number();
  return task.lacks(item, "Weight") || (weight && *weight == 0);
}

void check_weights(const RunTask& task, Value strategy, Objects items, Report& report) {
  if (items.size() < 2) return;
  for (Value item : items)
    if (!weighs_nothing(task, item)) return;
  report.add(strategy.label(),
             "no capacity provider has a `Weight` above 0; when there are several, at least one needs it");
}

void check(const RunTask& task, Report& report) {
  const Value strategy = task.literal("CapacityProviderStrategy");
  const Objects items = task.items("CapacityProviderStrategy");
  if (!strategy.is_array() || items.size() != strategy.child_count()) return;
  if (items.size() > 20)
    report.add(strategy.label(),
               fmt::format("there are {} capacity providers; a strategy accepts at most 20", items.size()));
  check_bases(task, items, report);
  check_weights(task, strategy, items, report);
}

constexpr Example examples[] = {
    {"no weight at all",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", «"CapacityProviderStrategy"»:
  [{"CapacityProvider": "a", "Weight": 0}, {"CapacityProvider": "b"}]}, "End": true})json"},
    {"two bases, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "a", "Base": 1, "Weight": 1}, {"CapacityProvider": "b", "Base": «2»}]}, "End": true})json"},
    {"one base, one weight",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy":
  [{"CapacityProvider": "a", "Base": 1}, {"CapacityProvider": "b", "Weight": 1}]}, "End": true})json"},
    {"a single provider needs no weight",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy": [{"CapacityProvider": "a"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/capacity-provider-items",
    .severity = Severity::error,
    .summary = "a capacity provider strategy that ECS refuses",
    .why =
        "A strategy has at most 20 items, only one of them may have a base, and when there are several, "
        "at least one needs a weight above zero. ECS refuses any other strategy with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::capacity_provider_items
