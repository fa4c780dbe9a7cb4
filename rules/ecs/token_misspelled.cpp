#include <fmt/core.h>

#include "lint/asl/task_token.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_misspelled {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (!task.resource.calls_back()) return;
  const std::string_view right = task.jsonata() ? asl::token_expression : asl::token_path;
  for (const asl::Parameter& parameter : strings(task)) {
    if (!parameter.dynamic || parameter.value.templated()) continue;
    const std::string_view text = parameter.value.text();
    const auto found = asl::find_misspelled(text);
    if (!found) continue;
    const Place place = parameter.value.stretch(found->begin, found->end);
    report
        .add(place, fmt::format("the context object has no `{}`; the token is `{}`",
                                text.substr(found->begin, found->end - found->begin), right))
        .offer(fmt::format("write `{}`", right), replace_text(place, std::string(right)));
  }
}

constexpr Example examples[] = {
    {"another name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "«$$.Task.TaskToken»"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", "{% «$states.context.TaskToken» %}"]}]}}, "TimeoutSeconds": 60, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run", "{% $states.context.Task.Token %}"]}]}}, "TimeoutSeconds": 60, "End": true})"},
    {"the right name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-misspelled",
    .severity = Severity::error,
    .summary = "a misspelled path of the task token",
    .why =
        "The context object has the token only at `Task.Token`. The state fails when it runs, with "
        "`States.Runtime` in JSONPath and `States.QueryEvaluationError` in JSONata, and no container "
        "receives a token.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_misspelled
