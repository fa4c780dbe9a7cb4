#include <fmt/core.h>

#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "schemas/ecs/kind.h"

namespace sfn::rules::ecs::command_dollar_not_array {

using namespace schemas::ecs;

namespace {

void check_container(const RunTask& task, Value container, Report& report) {
  const asl::Parameter command = task.get(container, "Command");
  if (!command.dynamic || !never(task, command, asl::intrinsic::array)) return;
  const std::string text(command.value.text());
  Diagnostic& found = report.add(
      command.value.place(), fmt::format("the command evaluates to {}, but it must be an array of strings",
                                         asl::intrinsic::describe(kinds(task, command))));
  if (task.jsonata())
    found.offer_unsafe(
        "wrap it in an array",
        set_value(command.value, json::quote("{% [" + text.substr(2, text.size() - 4) + "] %}")));
  else
    found.offer_unsafe("wrap it in `States.Array`",
                       set_value(command.value, json::quote("States.Array(" + text + ")")));
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) check_container(task, container, report);
}

constexpr Example examples[] = {
    {"a function that returns a string",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": «"States.Format('--id {}', $.id)"»}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array(States.Format('--id {}', $.id))"}]}}, "End": true})json"},
    {"a field of the context object that is a string",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": «"$$.Task.Token"»}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array($$.Task.Token)"}]}}, "End": true})json"},
    {"joined strings, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": «"{% '--id ' & $states.input.id %}"»}]}}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": "{% [ '--id ' & $states.input.id ] %}"}]}}, "End": true})json"},
    {"an array, and values that may be arrays",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--id', $.id)"},
  {"Name": "log", "Command.$": "$.commands"}, {"Name": "web", "Command.$": "$"}]}}, "End": true})json"},
    {"an array, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": "{% ['--id', $states.input.id] %}"}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/command-dollar-not-array",
    .severity = Severity::error,
    .summary = "a command whose expression cannot return an array",
    .why =
        "A command is an array of strings. The state fails when it runs if the expression returns "
        "anything else: `The value for the field 'Command' must be an ARRAY`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::command_dollar_not_array
