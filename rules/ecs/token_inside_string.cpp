// A warning: the text is accepted; service/callback-token-missing says where no token is
// left.
#include <fmt/core.h>

#include "lint/asl/task_token_fix.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_inside_string {

using namespace schemas::ecs;

namespace {

void check_text(const RunTask& task, const asl::Parameter& parameter, Report& report) {
  // A placeholder beside the token leaves it text.
  const Value literal = parameter.literal();
  if (!literal.is_string() || asl::is_token(literal.text()) || asl::is_jsonata(literal)) return;
  const std::string_view text = literal.text();
  if (parameter.name.ends_with(".$")) return;                          // a JSONPath key in a JSONata state
  if (!task.jsonata() && parameter.value.parent().is_array()) return;  // ecs/token-in-command-array
  const auto token = asl::find_token(text);
  if (!token || text.starts_with("States.")) return;
  Diagnostic& found = report.add(
      parameter.value.place(),
      fmt::format("`{}` is not replaced by the token inside other text; {}",
                  text.substr(token->begin, token->end - token->begin),
                  task.jsonata() ? "join the parts with `&` in an expression" : "use `States.Format`"));
  asl::fix_token(task.language(), parameter, found);
}

void check(const RunTask& task, Report& report) {
  for (const asl::Parameter& parameter : strings(task)) check_text(task, parameter, report);
}

constexpr std::string_view yields_to[] = {"service/callback-token-missing"};

constexpr Example examples[] = {
    {"in the middle of a value",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ARGS", "Value": «"--token=$$.Task.Token -v"»}]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ARGS", "Value.$": "States.Format('--token={} -v', $$.Task.Token)"}]}]}}, "End": true})json"},
    {"in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": [«"--token=$states.context.Task.Token"»]}]}}, "TimeoutSeconds": 60, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["{% '--token=' & $states.context.Task.Token %}"]}]}}, "TimeoutSeconds": 60, "End": true})json"},
    {"next to a placeholder",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ARGS", "Value": «"--token=$$.Task.Token --stage=${Stage}"»}]}]}}, "End": true})json"},
    {"inside an intrinsic function",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ARGS", "Value.$": "States.Format('--token={}', $$.Task.Token)"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-inside-string",
    .severity = Severity::warning,
    .summary = "the path of the task token inside a longer text",
    .why =
        "A path is replaced only if it is the whole value of a key that ends in `.$`. Inside other text it "
        "is sent literally: the container never receives the token, and the state waits until it times "
        "out.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_inside_string
