// A warning, as the text is accepted.
#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/recognise.h"
#include "lint/asl/task_token.h"
#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::command_path_in_array {

using namespace schemas::ecs;

namespace {

// A path inside a longer text, which another rule tells: as an argument it would be text as before.
bool holds_path(std::string_view text) {
  return text.find("$.") != text.npos && !asl::looks_evaluated(text) && !asl::find_token(text);
}

void offer(Value command, Diagnostic& found) {
  bool certain = true;
  for (Value item : command) {
    const std::string_view text = item.text();
    if (holds_path(text)) return;
    certain = certain && (!asl::looks_evaluated(text) || asl::is_never_data(text));
  }
  if (const auto call = asl::array_call(command))
    found.offer("use `States.Array`", certain ? Safety::safe : Safety::unsafe,
                {rename_key(command, "Command.$"), set_value(command, json::quote(*call))});
}

void check_command(Value command, Report& report) {
  for (Value item : command) {
    const auto text = item.literal();
    if (!text || !asl::looks_evaluated(*text) || asl::find_token(*text))
      continue;  // ecs/token-in-command-array
    Diagnostic& found =
        report.add(item.place(), fmt::format("the container receives `{}` as text, because items of an "
                                             "array are not evaluated; use `\"Command.$\": "
                                             "\"States.Array(...)\"`",
                                             *text));
    offer(command, found);
  }
}

void check(const RunTask& task, Report& report) {
  if (task.jsonata()) return;
  for (Value container : task.containers())
    if (const Value command = task.literal(container, "Command"); command.is_array())
      check_command(command, report);
}

constexpr Example examples[] = {
    {"a path as an argument",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["--id", «"$.id"»]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('--id', $.id)"}]}}, "End": true})json"},
    {"JSONata has expressions in arrays",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["--id", "{% $states.input.id %}"]}]}}, "End": true})json"},
    {"a shell variable",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["sh", "-c", "echo $HOME $5"]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/command-path-in-array",
    .severity = Severity::warning,
    .summary = "a path as an item of a command",
    .why =
        "Items of an array have no key that could end in `.$`, so paths in them are never resolved: the "
        "container receives the text `$.id` as its argument.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::command_path_in_array
