#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::callback_no_timeout {

namespace {

constexpr std::string_view limits[] = {"HeartbeatSeconds", "HeartbeatSecondsPath", "TimeoutSeconds",
                                       "TimeoutSecondsPath"};

bool limited(const asl::State& state) {
  for (const std::string_view field : limits)
    if (state.value.has(field)) return true;
  return state.value.open();
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!resource.calls_back() || limited(state)) return;
  const Span suffix = resource.where(resource.suffix);
  report.add(resource.value.stretch(suffix.begin, suffix.end),
             "the task waits for its token without a time limit, so a lost token holds it for a year; set "
             "`HeartbeatSeconds` or `TimeoutSeconds`");
}

constexpr Example examples[] = {
    {"a callback with neither",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.waitForTaskToken»",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"a heartbeat",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 600,
 "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true})"},
    {"a timeout from the input",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
 "TimeoutSecondsPath": "$.limit",
 "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/callback-no-timeout",
    .severity = Severity::warning,
    .summary = "a task that waits for its token without a time limit",
    .why =
        "A worker or container that dies never returns the token, and nothing else ends the state: the "
        "execution stays open until it reaches the limit of one year.",
    .see =
        "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#wait-token-hearbeat",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::callback_no_timeout
