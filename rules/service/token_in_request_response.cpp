// Catalogue SVC724, ECS881. A whole `$$` is no reference to the token (decided: real definitions pass it on).
#include "lint/asl/expression.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/service/shared/token.h"

namespace sfn::rules::service::token_in_request_response {

namespace {

bool names_token(const asl::Expression& expression) {
  return reads_token(expression) && expression.value.text().find("Task.Token") != std::string_view::npos;
}

bool gives_no_token(const asl::Resource& resource) {
  return resource.pattern == asl::Pattern::request_response && resource.pattern_known &&
         (resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk);
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!gives_no_token(resource)) return;
  const Value arguments = state.arguments();
  for (const asl::Expression& expression : state.machine().expressions(state))
    if (expression.value.inside(arguments) && names_token(expression))
      report
          .add(expression.value.place(),
               "there is no task token without `.waitForTaskToken`: the task fails on this path")
          .mend_unsafe("wait for the token",
                       replace_text(resource.value.stretch(resource.text.size(), resource.text.size()),
                                    ".waitForTaskToken"));
}

constexpr Example examples[] = {
    {"request-response, where the context object has no token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": «"$$.Task.Token"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
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
    .summary = "a task token is read where there is none",
    .why =
        "The context object holds `Task.Token` only in a task with `.waitForTaskToken`, and in some with "
        "`.sync`. In a request-response task the path finds nothing, and the state fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::token_in_request_response
