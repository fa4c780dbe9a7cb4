#include <fmt/core.h>

#include <string>

#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_service_name {

using namespace schemas;

namespace {

struct Name {
  std::string_view wrong, right;
};
// Names of the AWS CLI and of other integrations where the AWS SDK for Java has another.
constexpr Name names[] = {
    {"stepfunctions", "sfn"},
    {"states", "sfn"},
    {"logs", "cloudwatchlogs"},
    {"elasticmapreduce", "emr"},
};

std::string right_name(std::string_view service) {
  std::string text;
  for (const char c : lower(service))
    if (c != '-' && c != '_' && c != ' ') text += c;
  for (const Name& name : names)
    if (name.wrong == text) return std::string(name.right);
  return text;
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const std::string_view service = resource.service;
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.service_known || service.empty()) return;
  const std::string right = right_name(service);
  if (right == service || !is_word(right) || may_be_replaced(service)) return;
  const Place at = place_of(resource, service);
  report.add(at, fmt::format("AWS SDK integrations call this service `{}`", right))
      .offer(fmt::format("rename to `{}`", right),
             equal_without_case(service, right) ? Safety::safe : Safety::unsafe, {replace_text(at, right)});
}

constexpr Example examples[] = {
    {"a hyphen",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«secrets-manager»:getSecretValue", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "End": true})"},
    {"capitals", R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«DynamoDB»:query", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "End": true})"},
    {"the name of the product",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«step-functions»:listExecutions", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listExecutions", "End": true})"},
    {"the correct name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "End": true})"},
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
    .state = check,
};

}  // namespace sfn::rules::service::sdk_service_name
