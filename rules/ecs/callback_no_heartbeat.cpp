// A callback waits for a task that never started. Without any limit:
// service/callback-no-timeout.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::callback_no_heartbeat {

using namespace schemas::ecs;

namespace {

// Longer than any task takes to start.
constexpr int64_t long_wait = 3600;

bool is_long(Value seconds) { return seconds.integer().value_or(0) > long_wait; }

// A limit that is not known may be short.
bool has_only_long_timeout(const asl::State& state) { return is_long(state["TimeoutSeconds"]); }

bool has_heartbeat(const asl::State& state) {
  return state.value.has("HeartbeatSeconds") || state.value.has("HeartbeatSecondsPath") || state.value.open();
}

void check(const RunTask& task, Report& report) {
  if (!task.resource.calls_back()) return;
  const Value heartbeat = (*task.state)["HeartbeatSeconds"];
  if (is_long(heartbeat)) {
    report.add(heartbeat.place(),
               fmt::format("a container that never starts is noticed only after {} seconds; let it send "
                           "heartbeats, and set a shorter `HeartbeatSeconds`",
                           heartbeat.text()));
    return;
  }
  if (has_heartbeat(*task.state) || !has_only_long_timeout(*task.state)) return;
  const Span suffix = task.resource.where(task.resource.suffix);
  report.add(
      task.resource.value.stretch(suffix.begin, suffix.end),
      fmt::format("a container that never starts is noticed only after the timeout of {} seconds; let it "
                  "send heartbeats, and set `HeartbeatSeconds`",
                  (*task.state)["TimeoutSeconds"].text()));
}

constexpr Example examples[] = {
    {"only a timeout of a day",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.waitForTaskToken»", "TimeoutSeconds": 86400,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json"},
    {"a heartbeat a day, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "HeartbeatSeconds": «86400», "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value": "{% $states.context.Task.Token %}"}]}]}}, "End": true})json"},
    {"a short heartbeat with a long timeout",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "TimeoutSeconds": 86400,
 "HeartbeatSeconds": 600, "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json"},
    {"a short timeout",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "TimeoutSeconds": 900,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json"},
    {"a job that Step Functions watches",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 86400,
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/callback-no-heartbeat",
    .severity = Severity::info,
    .summary = "a callback that waits long for a container that never started",
    .why =
        "With `.waitForTaskToken` Step Functions does not watch the task. A container that never starts, "
        "because "
        "its image or its subnet is wrong, sends nothing, and the state waits until its timeout. With "
        "`HeartbeatSeconds` it fails with States.HeartbeatTimeout as soon as a heartbeat is missing.",
    .see =
        "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#wait-token-hearbeat",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::callback_no_heartbeat
