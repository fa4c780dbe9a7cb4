#include <fmt/core.h>

#include "lint/asl/task_token.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_in_limited_field {

using namespace schemas::ecs;

namespace {

// The token alone: a function around it may shorten it.
bool is_whole_token(Value value) {
  std::string_view text = value.text();
  if (text.starts_with("{%")) {
    text = text.substr(2, text.size() - 4);
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
  }
  return asl::is_token(text);
}

void check_parameter(const asl::Parameter& parameter, std::string_view limit, Report& report) {
  if (parameter.dynamic && parameter.value.is_string() && is_whole_token(parameter.value))
    report.add(parameter.value.place(),
               fmt::format("the task token does not fit here: {}; pass it in `Environment`", limit));
}

void check(const RunTask& task, Report& report) {
  if (!task.resource.calls_back()) return;
  check_parameter(task.get("StartedBy"), "`StartedBy` accepts 128 characters", report);
  check_parameter(task.get("ClientToken"), "`ClientToken` accepts 64 characters", report);
  for (Value tag : task.items("Tags")) {
    check_parameter(task.get(tag, "Key"), "the key of a tag has at most 128 characters", report);
    check_parameter(task.get(tag, "Value"), "the value of a tag has at most 256 characters", report);
  }
}

constexpr Example examples[] = {
    {"as StartedBy",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "StartedBy.$": «"$$.Task.Token"»}, "End": true})json"},
    {"in a tag, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Tags": [{"Key": "token", "Value": «"{% $states.context.Task.Token %}"»}]}, "End": true})json"},
    {"in the environment",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-in-limited-field",
    .severity = Severity::error,
    .summary = "the task token in a field that is too short for it",
    .why =
        "A task token has up to 1024 characters. `StartedBy` accepts 128, `ClientToken` 64 and the value "
        "of a tag 256. ECS refuses more with `ECS.InvalidParameterException`, and the state fails when it "
        "runs. Pass the token in `Environment`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_in_limited_field
