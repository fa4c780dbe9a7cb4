#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::heartbeat_error_without_heartbeat {

namespace {

void check(const asl::State& state, Report& report) {
  if (state.value.open()) return;
  if (state.value.has("HeartbeatSeconds") || state.value.has("HeartbeatSecondsPath")) return;
  if (const Value item = find(asl::all_handlers(state), "States.HeartbeatTimeout"))
    report.add(item.place(),
               "`States.HeartbeatTimeout` is never raised, because the state has no `HeartbeatSeconds`");
}

constexpr Example examples[] = {
    {"no heartbeat to miss",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
         "Retry": [{"ErrorEquals": [«"States.HeartbeatTimeout"»]}]})"},
    {"a heartbeat",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
         "HeartbeatSeconds": 60, "Retry": [{"ErrorEquals": ["States.HeartbeatTimeout"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/heartbeat-error-without-heartbeat",
    .severity = Severity::warning,
    .summary = "a handler for `States.HeartbeatTimeout` in a state without `HeartbeatSeconds`",
    .why =
        "A task without `HeartbeatSeconds` is never expected to report, so this error never occurs. A "
        "worker that dies goes unnoticed until the state times out, after 99999999 seconds unless you set "
        "a timeout.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::heartbeat_error_without_heartbeat
