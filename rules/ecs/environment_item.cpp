// The empty name: ecs/environment-item.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_item {

using namespace schemas::ecs;

namespace {

constexpr std::string_view advice = "write an environment variable as `{\"Name\": ..., \"Value\": ...}`";

void check_key(const RunTask& task, Value item, const asl::Parameter& member, Report& report) {
  if (equal_without_case(member.name, "ValueFrom")) {
    report.add(member.key(),
               "`ValueFrom` cannot be used here, since secrets cannot be overridden; set them in the task "
               "definition");
    return;
  }
  if (!equal_without_case(member.name, "Key")) return;
  Diagnostic& found = report.add(
      member.key(), fmt::format("environment variables have no member `{}`; {}", member.name, advice));
  if (task.lacks(item, "Name"))
    found.offer(
        "rename to `Name`",
        rename_key(member.value, "Name" + std::string(member.value.name().substr(member.name.size()))));
}

void check_item(const RunTask& task, Value item, Report& report) {
  for (Value member : item) check_key(task, item, asl::parameter(member, task.language()), report);
  const Value name = task.literal(item, "Name");
  if (name.literal() == "") report.add(name.place(), "this environment variable has an empty name");
  if (task.lacks(item, "Name") && task.lacks(item, "Key"))
    report.add(item.label(), fmt::format("this environment variable has no `Name`; {}", advice));
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment")) check_item(task, item, report);
}

constexpr Example examples[] = {
    {"a key in place of a name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{«"Key"»: "DAY", "Value": "1"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DAY", "Value": "1"}]}]}}, "End": true})"},
    {"a secret, and a variable without a name, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "PASSWORD", «"ValueFrom"»: "arn:aws:ssm:us-east-1:123456789012:parameter/p"},
   «{»"Value": "1"}, {"Name": «""», "Value": "1"}]}]}}, "End": true})"},
    {"names, literal and from the input",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DAY", "Value.$": "$.day"}, {"Name.$": "$.name", "Value": "1"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-item",
    .severity = Severity::error,
    .summary = "an environment variable that is not a pair of `Name` and `Value`",
    .why =
        "The state fails when it runs: Step Functions refuses other members (`The field \"Key\" is not "
        "supported by Step Functions`), and a container cannot start with a variable that has no name.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_item
