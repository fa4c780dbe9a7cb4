#include "rules/service/shared/absent_token.h"

namespace sfn::rules::service::token_in_request_response {

namespace {

void check(const asl::State& state, Report& report) {
  report_absent_token(
      state, AbsentToken::fails,
      "the task has no token, because its `Resource` does not end in `.waitForTaskToken`; this "
      "path fails the state",
      report);
}

constexpr Example examples[] = {
    {"request-response, where the context object has no token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": «"$$.Task.Token"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"the whole of an expression of JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
 "Arguments": {"FunctionName": "f", "Payload": {"t": «"{% $states.context.Task.Token %}"»}}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Arguments": {"FunctionName": "f", "Payload": {"t": "{% $states.context.Task.Token %}"}}, "End": true})"},
    {"a part of an expression: service/token-left-out",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
 "Arguments": {"FunctionName": "f", "Payload": "{% {'t': $states.context.Task.Token} %}"}, "End": true})"},
    {"a callback",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken",
 "Parameters": {"TopicArn": "t", "Message": {"token.$": "$$.Task.Token"}}, "End": true})"},
    {"a job: the service may get a token to end the state early",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
    {"the whole context object",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
 "Parameters": {"FunctionName": "f", "Payload": {"context.$": "$$"}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/token-in-request-response",
    .severity = Severity::error,
    .summary = "a path that reads the task token in a task without one",
    .why =
        "The context object has `Task.Token` only in tasks with `.waitForTaskToken`, and in some with "
        "`.sync`. In a request-response task the path finds nothing, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::token_in_request_response
