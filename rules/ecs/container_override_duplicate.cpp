#include <fmt/core.h>

#include <unordered_map>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::container_override_duplicate {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  std::unordered_map<std::string_view, Value> seen;
  for (Value container : task.containers()) {
    const Value name = task.literal(container, "Name");
    if (!name.literal()) continue;
    const auto [at, is_new] = seen.emplace(name.text(), name);
    if (is_new) continue;
    report
        .add(name.place(),
             fmt::format("container `{}` is overridden a second time; merge the two overrides", name.text()))
        .note("the first override is here", at->second.place());
  }
}

constexpr Example examples[] = {
    {"twice",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [{"Name": "app", "Cpu": 256}, {"Name": «"app"», "Memory": 512}]}}, "End": true})json"},
    {"two containers, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [{"Name": "app", "Cpu": 256}, {"Name": "log", "Memory": 512}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/container-override-duplicate",
    .severity = Severity::warning,
    .summary = "two overrides for one container",
    .why = "ECS expects one override per container. It is not documented which of two takes effect.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::container_override_duplicate
