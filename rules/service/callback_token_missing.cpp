// AWS accepts such a definition (recorded for SQS by LocalStack's snapshot tests);
// the task then waits until it times out.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/asl/task_token_fix.h"
#include "lint/rule.h"
#include "rules/service/shared/token_place.h"
#include "schemas/call/token.h"
#include "schemas/schemas.h"

namespace sfn::rules::service::callback_token_missing {

using namespace schemas;

namespace {

// An HTTP task or an activity has no such pattern; a misspelt suffix is another rule's.
bool waits_for_token(const asl::Resource& resource) {
  return resource.calls_back() && (resource.kind == asl::ResourceKind::aws_sdk ||
                                   schemas::find(resource.service, resource.action).has_value());
}

std::string_view right_form(const asl::State& state) {
  return state.jsonata() ? "`\"{% $states.context.Task.Token %}\"`" : "`\"NAME.$\": \"$$.Task.Token\"`";
}

// The path inside an expression, else the whole text: as the rules of single wrong forms mark it.
Place place_of(Value value, asl::QueryLanguage language) {
  if (!asl::parameter(value, language).dynamic) return value.place();
  auto wrong = asl::find_misspelled(value.text());
  if (!wrong) wrong = asl::find_single_dollar(value.text());
  return wrong ? value.stretch(wrong->begin, wrong->end) : value.place();
}

void check(const asl::State& state, Report& report) {
  const asl::Resource resource = asl::resource(state);
  if (!waits_for_token(resource)) return;
  const TokenUse& use = token_use(state);
  if (!use.missing()) return;
  const Span suffix = resource.where(resource.suffix);
  const Place waiting = resource.value.stretch(suffix.begin, suffix.end);
  if (use.attempted) {
    const Value value = use.attempted->value;
    Diagnostic& attempt = report.add(
        place_of(value, state.language),
        fmt::format("this text is sent literally, so the task never receives its token and waits until it "
                    "times out; write {}",
                    right_form(state)));
    attempt.note("the task waits for its token because of this", waiting);
    asl::fix_token(state.language, asl::parameter(value, state.language), attempt);
    return;
  }
  Diagnostic& found = report.add(
      waiting,
      fmt::format("the task waits for its token, but nothing passes the token on; {}", token_advice(state)));
  offer_token(state, found);
}

constexpr std::string_view yields_to[] = {"ecs/token-misspelled"};

constexpr Example examples[] = {
    {"nothing in the parameters is the token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.waitForTaskToken»", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "STAGE", "Value": "prod"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "STAGE", "Value": "prod"}, {"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"without `.$` the container gets the text `$$.Task.Token`",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value": «"$$.Task.Token"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"in JSONata, without the delimiters",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage«.waitForTaskToken»",
 "Arguments": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/q", "MessageBody": "{% $states.input.body %}"},
 "End": true})"},
    {"a batch job, and no environment yet",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:submitJob«.waitForTaskToken»", "HeartbeatSeconds": 60,
 "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides": {"Command": ["run"]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:submitJob.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides": {"Command": ["run"], "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}}, "End": true})"},
    {"an event",
     R"({"Type": "Task", "Resource": "arn:aws:states:::events:putEvents«.waitForTaskToken»", "HeartbeatSeconds": 60,
 "Parameters": {"Entries": [{"Source": "s", "DetailType": "t", "Detail": {"id.$": "$.id"}}]}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"Entries": [{"Source": "s", "DetailType": "t", "Detail": {"id.$": "$.id", "TaskToken.$": "$$.Task.Token"}}]}, "End": true})"},
    {"the token as text in an element of an array",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": ["run", «"$$.Task.Token"»]}]}}, "End": true})",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command.$": "States.Array('run', $$.Task.Token)"}]}}, "End": true})json"},
    {"the token in an environment variable",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"the token inside a function",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command.$": "States.Array('run', $$.Task.Token)"}]}}, "End": true})json"},
    {"the whole context object",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Parameters": {"FunctionName": "f", "Payload": {"context.$": "$$"}}, "End": true})"},
    {"in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Arguments": {"FunctionName": "f", "Payload": {"token": "{% $states.context.Task.Token %}"}}, "End": true})"},
    {"a placeholder in quotes is a text, and cannot be the token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.waitForTaskToken»", "HeartbeatSeconds": 60,
 "Parameters": {"Cluster": "${Cluster}", "TaskDefinition": "${Task}", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": ["run", "${Stage}"], "Environment": [{"Name": "STAGE", "Value": "a-${Stage}"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"Cluster": "${Cluster}", "TaskDefinition": "${Task}", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": ["run", "${Stage}"], "Environment": [{"Name": "STAGE", "Value": "a-${Stage}"}, {"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"nor can one in a payload",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke«.waitForTaskToken»", "HeartbeatSeconds": 60,
 "Parameters": {"FunctionName": "${Function}", "Payload": {"bucket": "${Bucket}", "key.$": "$.${key}"}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"FunctionName": "${Function}", "Payload": {"bucket": "${Bucket}", "key.$": "$.${key}", "TaskToken.$": "$$.Task.Token"}}, "End": true})"},
    {"in JSONata, a text around a placeholder",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage«.waitForTaskToken»",
 "Arguments": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/${Queue}", "MessageBody": {"id": "{% $states.input.id %}"}},
 "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
 "Arguments": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/${Queue}", "MessageBody": {"id": "{% $states.input.id %}", "TaskToken": "{% $states.context.Task.Token %}"}},
 "End": true})"},
    {"a placeholder in quotes where a list belongs may be one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides": "${containers}"}}, "End": true})"},
    {"a placeholder under a key with `.$` may be its path",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"FunctionName": "f", "Payload": {"token.$": "${path}"}}, "End": true})"},
    {"a placeholder at the end of a key may be its `.$`",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"FunctionName": "f", "Payload": {"${TokenKey}": "$$.Task.Token"}}, "End": true})"},
    {"in JSONata it may hold the delimiters",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "HeartbeatSeconds": 60, "Arguments": {"FunctionName": "f", "Payload": {"token": "${token}"}}, "End": true})"},
    {"a placeholder may bring it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Parameters": {"FunctionName": "f", "Payload": ${payload}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/callback-token-missing",
    .severity = Severity::error,
    .summary = "a task that waits for its token but passes it to nobody",
    .why =
        "The state never completes. With `.waitForTaskToken` the task ends when somebody calls "
        "SendTaskSuccess or SendTaskFailure with "
        "its "
        "token. If the parameters do not hold the token, nobody can: the task hangs until its timeout, which "
        "is one year unless the state sets one.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::service::callback_token_missing
