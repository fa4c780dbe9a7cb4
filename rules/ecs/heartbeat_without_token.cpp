#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/call/token.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::heartbeat_without_token {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const bool answers = task.resource.pattern == asl::Pattern::request_response;
  const auto lacks_token = [&] { return task.resource.waits() && schemas::token_use(*task.state).missing(); };
  for (const std::string_view name : {"HeartbeatSeconds", "HeartbeatSecondsPath"})
    if (const Value value = (*task.state)[name]; value && (answers || lacks_token()))
      report
          .add(value.key(),
               fmt::format("`{}` is set, but the task passes no token, so nothing can send heartbeats", name))
          .offer_unsafe(fmt::format("remove `{}`", name), remove(value));
}

constexpr Example examples[] = {
    {"request-response",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, «"HeartbeatSeconds"»: 60, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
    {".sync without a token, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, «"HeartbeatSeconds"»: 60, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
    {".sync with a token",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "HeartbeatSeconds": 60, "End": true})json"},
    {"a callback",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "HeartbeatSeconds": 60, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/heartbeat-without-token",
    .severity = Severity::warning,
    .summary = "a heartbeat that nothing can send",
    .why =
        "Heartbeats are sent with the task token. A state that does not pass its token gets none, and "
        "fails with `States.Timeout` when the time is up, whatever the container does.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::heartbeat_without_token
