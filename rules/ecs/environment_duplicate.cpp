#include <fmt/core.h>

#include <unordered_map>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_duplicate {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) {
    std::unordered_map<std::string_view, Value> seen;
    for (Value item : task.items(container, "Environment")) {
      const Value name = task.literal(item, "Name");
      if (!name.literal()) continue;
      const auto [at, is_new] = seen.emplace(name.text(), name);
      if (is_new) continue;
      report.add(name.place(), fmt::format("environment variable `{}` is set twice", name.text()))
          .note("it is first set here", at->second.place());
    }
  }
}

constexpr Example examples[] = {
    {"twice",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "A", "Value": "1"}, {"Name": «"A"», "Value": "2"}]}]}}, "End": true})json"},
    {"two containers, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [{"Name": "app", "Environment": [{"Name": "A", "Value": "1"}]}, {"Name": "log", "Environment": [{"Name": "A", "Value": "2"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-duplicate",
    .severity = Severity::warning,
    .summary = "an environment variable that is set twice",
    .why = "One of the two values is lost, and it is not documented which one.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_duplicate
