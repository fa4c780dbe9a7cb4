
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/kind.h"

namespace sfn::rules::ecs::command_element_not_string {

using namespace schemas::ecs;

namespace {

// Arguments of `States.Array`: literals have one kind, paths any.
void check_call(Value value, Report& report) {
  const auto parsed = asl::intrinsic::parse(value.text());
  if (!parsed || parsed.call->name != "States.Array") return;
  for (const auto& argument : parsed.call->arguments) {
    const asl::intrinsic::Kinds found = asl::intrinsic::argument_kinds(argument);
    if ((found & asl::intrinsic::string) != 0) continue;
    const Place place = value.stretch(argument.span.begin, argument.span.end);
    Diagnostic& diagnostic = report.add(
        place, fmt::format("this item evaluates to {}, but every item of a command must be a string",
                           asl::intrinsic::describe(found)));
    using Kind = asl::intrinsic::Argument::Kind;
    if (argument.kind == Kind::number || argument.kind == Kind::boolean)
      diagnostic.offer("quote it", replace_text(place, fmt::format("'{}'", argument.written)));
  }
}

void check_container(const RunTask& task, Value container, Report& report) {
  const asl::Parameter command = task.get(container, "Command");
  if (command.dynamic && !task.jsonata() && command.value.is_string() && !command.value.templated())
    check_call(command.value, report);
  if (!task.jsonata() || !command.literal().is_array()) return;
  for (Value item : command.value) {
    const asl::Parameter element = asl::parameter(item, task.language());
    if (element.dynamic && never(task, element, asl::intrinsic::string))
      report.add(item.place(),
                 fmt::format("this item evaluates to {}, but every item of a command must be a string; "
                             "convert it with `$string(...)`",
                             asl::intrinsic::describe(kinds(task, element))));
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
