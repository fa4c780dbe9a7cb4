// A warning: the text is accepted; service/callback-token-missing says where no token is
// left.
#include <fmt/core.h>

#include "lint/asl/task_token_fix.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_literal {

using namespace schemas::ecs;

namespace {

void check_text(const RunTask& task, const asl::Parameter& parameter, Report& report) {
  const auto text = parameter.literal().literal();
  if (!text || !asl::is_token(*text)) return;
  if (task.jsonata() && parameter.name.ends_with(".$")) return;        // a JSONPath key in a JSONata state
  if (!task.jsonata() && parameter.value.parent().is_array()) return;  // ecs/token-in-command-array
  Diagnostic& found = report.add(
      parameter.value.place(),
      task.jsonata()
          ? fmt::format("the container receives the text `{}`, not the token; write the expression `{{% {} "
                        "%}}`",
                        *text, asl::token_expression)
          : fmt::format(
                "the container receives the text `{}`, not the token; use the key `{}.$` with the value "
                "`{}`",
                *text, parameter.name, asl::token_path));
  asl::fix_token(task.language(), parameter, found);
}

void check(const RunTask& task, Report& report) {
  for (const asl::Parameter& parameter : strings(task)) check_text(task, parameter, report);
}

constexpr std::string_view yields_to[] = {"service/callback-token-missing"};

constexpr Example examples[] = {
    {"the key lacks its `.$`",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value": «"$$.Task.Token"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"JSONata without its delimiters",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", «"$states.context.Task.Token"»]}]}}, "TimeoutSeconds": 60, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", "{% $states.context.Task.Token %}"]}]}}, "TimeoutSeconds": 60, "End": true})"},
    {"the token itself",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value": "{% $states.context.Task.Token %}"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-literal",
    .severity = Severity::warning,
    .summary = "the name of the task token in place of the token",
    .why =
        "The container receives the text of the path instead of the token. Its call of `SendTaskSuccess` "
        "fails with `InvalidToken`, and the state waits until it times out, by default for a year.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_literal
