// A name without a value. A warning: `value` is optional in the API model.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_item_no_value {

using namespace schemas::ecs;

namespace {

void check_item(const RunTask& task, Value item, Report& report) {
  const auto name = task.text(item, "Name");
  const asl::Parameter value = task.get(item, "Value");
  if (!task.get(item, "Name")) return;  // ecs/environment-item speaks
  const std::string of = name ? fmt::format(" `{}`", *name) : "";
  if (task.lacks(item, "Value") && task.lacks(item, "ValueFrom"))
    report.add(item.label(), fmt::format("environment variable{} has no `Value`", of));
  else if (value.literal().is_null())
    report.add(value.value.place(),
               fmt::format("environment variable{} is null, but a value must be a string", of));
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment")) check_item(task, item, report);
}

constexpr Example examples[] = {
    {"only a name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [«{»"Name": "DAY"}]}]}}, "End": true})"},
    {"null, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DAY", "Value": «null»}]}]}}, "End": true})"},
    {"an empty value is a value",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DAY", "Value": ""}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-item-no-value",
    .severity = Severity::warning,
    .summary = "an environment variable without a value",
    .why =
        "The API does not require `value`, so nothing complains. The container sees an empty variable or "
        "none at all, and a value that the task definition gives it may be lost.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_item_no_value
