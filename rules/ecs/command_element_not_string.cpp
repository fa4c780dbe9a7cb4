
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/kind.h"

namespace sfn::rules::ecs::command_element_not_string {

using namespace schemas::ecs;

namespace {

constexpr std::string_view advice = "but every item of a command must be a string";

// The argument of `States.Array` that makes an item; null where the command is made in another way.
const asl::intrinsic::Argument* argument_of(const asl::Expression* expression, size_t item) {
  const auto* parsed = expression ? expression->intrinsic() : nullptr;
  const bool made = parsed && parsed->call && parsed->call->name == "States.Array";
  return made && item < parsed->call->arguments.size() ? &parsed->call->arguments[item] : nullptr;
}

void check_item(const asl::Parameter& command, const asl::intrinsic::Argument* argument,
                asl::intrinsic::Kinds found, Report& report) {
  const Place place =
      argument ? command.value.stretch(argument->span.begin, argument->span.end) : command.value.place();
  const std::string what = argument ? "this item evaluates" : "an item of this command evaluates";
  Diagnostic& diagnostic =
      report.add(place, fmt::format("{} to {}, {}", what, asl::intrinsic::describe(found), advice));
  using Kind = asl::intrinsic::Argument::Kind;
  if (!argument) return;
  if (argument->kind == Kind::number || argument->kind == Kind::boolean)
    diagnostic.offer("quote it", replace_text(place, fmt::format("'{}'", argument->written)));
  else if (argument->kind == Kind::path)
    diagnostic.offer("format it as a string",
                     replace_text(place, fmt::format("States.Format('{{}}', {})", argument->written)));
}

// Of a command that an expression makes, as far as the definition itself decides what is in it.
void check_items(const RunTask& task, const asl::Parameter& command, Report& report) {
  const auto kinds = item_kinds(task, command);
  const asl::Expression* expression = expression_of(task, command);
  for (size_t i = 0; i < kinds.size(); ++i)
    if ((kinds[i] & asl::intrinsic::string) == 0)
      check_item(command, argument_of(expression, i), kinds[i], report);
}

void check_container(const RunTask& task, Value container, Report& report) {
  const asl::Parameter command = task.get(container, "Command");
  check_items(task, command, report);
  if (!task.jsonata() || !command.literal().is_array()) return;
  for (Value item : command.value) {
    const asl::Parameter element = asl::parameter(item, task.language());
    if (element.dynamic && never(task, element, asl::intrinsic::string))
      report.add(item.place(), fmt::format("this item evaluates to {}, {}; convert it with `$string(...)`",
                                           asl::intrinsic::describe(kinds(task, element)), advice));
  }
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) check_container(task, container, report);
}

constexpr Example examples[] = {
    {"a number among the arguments",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('--n', «5»)"}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('--n', '5')"}]}}, "End": true})json"},
    {"a count, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["--n", «"{% $count($states.input.items) %}"»]}]}}, "End": true})json"},
    {"a number that the definition made before",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Result": {"n": 5}, "Next": "Run"},
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--n', «$.n»)"}]}}, "End": true}}})json",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Result": {"n": 5}, "Next": "Run"},
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--n', States.Format('{}', $.n))"}]}}, "End": true}}})json"},
    {"a whole command with a number in it",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Result": {"command": ["--n", 5]}, "Next": "Run"},
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": «"$.command"»}]}}, "End": true}}})json"},
    {"strings",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('--n', '5', $.id, States.Format('{}', $.n))"}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/command-element-not-string",
    .severity = Severity::error,
    .summary = "a command with an item that does not evaluate to a string",
    .why =
        "A command is an array of strings. The state fails when it runs if an item is a number, a boolean "
        "or an object: `The value for the field 'Command' must be an ARRAY of STRING`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::command_element_not_string
