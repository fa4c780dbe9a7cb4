// A warning, as the text is accepted.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/ecs/shared/expression_text.h"
#include "rules/ecs/shared/json_text.h"
#include "rules/ecs/shared/token.h"

namespace sfn::rules::ecs::command_path_in_array {

namespace {

// A path inside a longer text, which another rule tells: as an argument it would be text as before.
bool holds_path(std::string_view text) {
  return text.find("$.") != text.npos && !looks_like_path(text) && !find_token(text);
}

void offer(Value command, Diagnostic& found) {
  bool certain = true;
  for (Value item : command) {
    const std::string_view text = item.text();
    if (holds_path(text)) return;
    certain = certain && (!looks_like_path(text) || is_never_data(text));
  }
  if (const auto call = intrinsic_array(command))
    found.offer("use `States.Array`", certain ? Safety::safe : Safety::unsafe,
                {rename_key(command, "Command.$"), set_value(command, quote(*call))});
}

void check_command(Value command, Report& report) {
  for (Value item : command) {
    const auto text = item.literal();
    if (!text || !looks_like_path(*text) || find_token(*text)) continue;  // ecs/token-in-command-array
    Diagnostic& found =
        report.add(item.place(), fmt::format("the container receives `{}` as text, because items of an "
                                             "array are not evaluated; use `\"Command.$\": "
                                             "\"States.Array(...)\"`",
                                             *text));
    offer(command, found);
  }
}

void check(const asl::State& state, Report& report) {
  const auto task = run_task(state);
  if (!task) return;
  if (task->jsonata()) return;
  for (Value container : task->containers())
    if (const Value command = task->literal(container, "Command"); command.is_array())
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
    .state = check,
};

}  // namespace sfn::rules::ecs::command_path_in_array
