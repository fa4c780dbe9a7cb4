#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_duplicate {

using namespace schemas::ecs;

namespace {

void check_name(Value name, std::vector<Value>& seen, Report& report) {
  for (Value other : seen)
    if (other.text() == name.text()) {
      report.add(name.place(), fmt::format("environment variable `{}` is set twice", name.text()))
          .note("it is first set here", other.place());
      return;
    }
  seen.push_back(name);
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) {
    std::vector<Value> seen;
    for (Value item : task.items(container, "Environment"))
      if (const Value name = task.literal(item, "Name"); name.literal()) check_name(name, seen, report);
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
