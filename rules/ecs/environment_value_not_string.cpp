#include <fmt/core.h>

#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "schemas/ecs/kind.h"

namespace sfn::rules::ecs::environment_value_not_string {

using namespace schemas::ecs;

namespace {

void offer(const RunTask& task, Value value, asl::intrinsic::Kinds found, Diagnostic& diagnostic) {
  const std::string text(value.text());
  // A number has one form as text; what is meant of a list or an object is a guess.
  const bool scalar = (found & (asl::intrinsic::array | asl::intrinsic::object)) == 0;
  const Safety safety = scalar ? Safety::safe : Safety::unsafe;
  if (task.jsonata())
    diagnostic.offer(
        "convert it to a string", safety,
        {set_value(value, json::quote("{% $string(" + text.substr(2, text.size() - 4) + ") %}"))});
  else if (scalar)
    diagnostic.offer("format it as a string",
                     set_value(value, json::quote("States.Format('{}', " + text + ")")));
  else if (asl::path::begins_as_path(text))
    diagnostic.offer("convert it to JSON text", safety,
                     {set_value(value, json::quote("States.JsonToString(" + text + ")"))});
}

void check_item(const RunTask& task, Value item, Report& report) {
  const asl::Parameter value = task.get(item, "Value");
  if (!value.dynamic || !never(task, value, asl::intrinsic::string)) return;
  const asl::intrinsic::Kinds found = kinds(task, value);
  Diagnostic& diagnostic = report.add(
      value.value.place(),
      fmt::format("this value evaluates to {}, but it must be a string", asl::intrinsic::describe(found)));
  offer(task, value.value, found, diagnostic);
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment")) check_item(task, item, report);
}

constexpr Example examples[] = {
    {"a number",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "N", "Value.$": «"States.ArrayLength($.items)"»}]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "N", "Value.$": "States.Format('{}', States.ArrayLength($.items))"}]}]}}, "End": true})json"},
    {"an object of the context",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "E", "Value.$": «"$$.Execution"»}]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "E", "Value.$": "States.JsonToString($$.Execution)"}]}]}}, "End": true})json"},
    {"a sum, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "N", "Value": «"{% $states.input.n + 1 %}"»}]}]}}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "N", "Value": "{% $string( $states.input.n + 1 ) %}"}]}]}}, "End": true})json"},
    {"a string, and values that may be strings",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "A", "Value.$": "States.Format('{}', $.n)"}, {"Name": "B", "Value.$": "$.b"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-value-not-string",
    .severity = Severity::error,
    .summary = "an environment variable whose expression cannot return a string",
    .why =
        "The value of an environment variable is a string. The state fails when it runs if the expression "
        "returns a number or an object: `The value for the field 'Value' must be a STRING`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_value_not_string
