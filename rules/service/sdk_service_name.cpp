#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/service/shared/sdk_name.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_service_name {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const std::string_view service = resource.service;
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.service_known || service.empty()) return;
  const std::string right = sdk_spelling(service);
  if (right == service || !is_word(right) || asl::may_hold_blank(service)) return;
  const Place at = place_of(resource, service);
  report.add(at, fmt::format("AWS SDK integrations call this service `{}`", right))
      .offer(fmt::format("rename to `{}`", right),
             equal_without_case(service, right) ? Safety::safe : Safety::unsafe, {replace_text(at, right)});
}

constexpr Example examples[] = {
    {"a hyphen",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«secrets-manager»:getSecretValue", "Parameters": {"SecretId": "s"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "Parameters": {"SecretId": "s"}, "End": true})"},
    {"capitals",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«DynamoDB»:query", "Parameters": {"TableName": "t"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Parameters": {"TableName": "t"}, "End": true})"},
    {"the name of the product",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«step-functions»:listExecutions", "Parameters": {}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listExecutions", "Parameters": {}, "End": true})"},
    {"the name in the AWS CLI",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«cognito-idp»:listUserPools", "Parameters": {"MaxResults": 1}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cognitoidentityprovider:listUserPools", "Parameters": {"MaxResults": 1}, "End": true})"},
    {"the correct name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "Parameters": {"SecretId": "s"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-service-name",
    .severity = Severity::error,
    .summary = "a service whose name is different in AWS SDK integrations",
    .why =
        "AWS SDK integrations name services as the AWS SDK for Java does, in lower-case letters and "
        "digits without hyphens: `secretsmanager`, `sfn`, `cloudwatchlogs`. Step Functions refuses "
        "other spellings when the definition is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_service_name
