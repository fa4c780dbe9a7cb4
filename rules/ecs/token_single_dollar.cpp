// A warning: the input may hold a field `Task`.
#include "lint/asl/task_token.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::token_single_dollar {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (task.jsonata() || !task.resource.calls_back()) return;
  for (const asl::Parameter& parameter : strings(task)) {
    if (!parameter.dynamic || parameter.value.templated()) continue;
    const auto found = asl::find_single_dollar(parameter.value.text());
    if (!found) continue;
    const Place place = parameter.value.stretch(found->begin, found->end);
    report.add(place, "`$.Task.Token` reads the state's input; the token is `$$.Task.Token`")
        .offer_unsafe("write `$$.Task.Token`", replace_text(place, std::string(asl::token_path)));
  }
}

constexpr std::string_view yields_to[] = {"service/callback-token-missing"};

constexpr Example examples[] = {
    {"one dollar",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "«$.Task.Token»"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"inside an intrinsic function",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('run', «$.Task.Token»)"}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command.$": "States.Array('run', $$.Task.Token)"}]}}, "End": true})json"},
    {"two dollars",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/token-single-dollar",
    .severity = Severity::warning,
    .summary = "a path that reads the task token from the input instead of the context object",
    .why =
        "`$` is the state's input and `$$` the context object. If the input does not have the field, the "
        "state fails with `States.Runtime`; if it does, the container receives the token of another "
        "execution.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::token_single_dollar
