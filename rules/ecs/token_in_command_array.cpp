// A warning: the text is accepted; service/callback-token-missing says where no token is
// left.
#include <fmt/core.h>

#include "lint/asl/task_token_fix.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_in_command_array {

using namespace schemas::ecs;

namespace {

void check_command(const RunTask& task, Value command, Report& report) {
  for (Value item : command) {
    const auto text = item.literal();
    const auto token = text ? asl::find_token(*text) : std::nullopt;
    if (!token || text->starts_with("States.")) continue;
    Diagnostic& found = report.add(
        item.place(),
        fmt::format("`{}` is not replaced by the token, because items of an array are not evaluated; use "
                    "`\"Command.$\": \"States.Array(...)\"`",
                    text->substr(token->begin, token->end - token->begin)));
    asl::fix_token(task.language(), asl::parameter(item, task.language()), found);
  }
}

void check(const RunTask& task, Report& report) {
  if (task.jsonata()) return;
  for (Value container : task.containers())
    if (const Value command = task.literal(container, "Command"); command.is_array())
      check_command(task, command, report);
}

constexpr std::string_view yields_to[] = {"service/callback-token-missing"};

constexpr Example examples[] = {
    {"the token as an argument",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", «"$$.Task.Token"»]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('run', $$.Task.Token)"}]}}, "End": true})json"},
    {"inside an argument",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["it's", «"--token=$$.Task.Token"»]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('it\\'s', States.Format('--token={}', $$.Task.Token))"}]}}, "End": true})json"},
    {"JSONata has expressions in arrays",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", "{% $states.context.Task.Token %}"]}]}}, "TimeoutSeconds": 60, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-in-command-array",
    .severity = Severity::warning,
    .summary = "the path of the task token as an item of a command",
    .why =
        "Items of an array have no key that could end in `.$`, so paths in them are never resolved: the "
        "container receives the text `$$.Task.Token`, and the state waits until it times out.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_in_command_array
