#include <fmt/core.h>

#include <vector>

#include "lint/asl/recognise.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/service/shared/sdk_name.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_unknown_service {

using namespace schemas;

namespace {

// Of the services whose names are near, one that has the action; else none: the name may be that of a new
// service.
std::optional<std::string_view> meant(const asl::Resource& resource) {
  std::vector<std::string_view> known, with_action;
  for (const schemas::Service service : sdk_services()) {
    known.push_back(service.name());
    if (service.find(lower_first(resource.action))) with_action.push_back(service.name());
  }
  const auto near = nearest(resource.service, with_action);
  return near ? near : nearest(resource.service, known);
}

bool is_unknown(const asl::Resource& resource) {
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.service_known || resource.service.empty())
    return false;
  if (sdk_service(resource.service) || asl::may_hold_blank(resource.service)) return false;
  if (sdk_spelling(resource.service) != resource.service) return false;  // service/sdk-service-name
  return sdk_exception(resource.service, resource.action).standing != SdkStanding::retired;
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!is_unknown(resource)) return;
  const auto near = meant(resource);
  const Place at = place_of(resource, resource.service);
  Diagnostic& found =
      report.add(at, fmt::format("AWS has no service `{}` in the API models of {}{}", resource.service,
                                 models_date(), wording::did_you_mean(near)));
  if (near) found.offer_unsafe(fmt::format("call `{}`", *near), replace_text(at, std::string(*near)));
}

constexpr Example examples[] = {
    {"a misspelled service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«secretmanager»:getSecretValue",
 "Parameters": {"SecretId": "s"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue",
 "Parameters": {"SecretId": "s"}, "End": true})"},
    {"a service that may be newer than the models",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«brandnew»:makeThing", "Parameters": {}, "End": true})"},
    {"a service that AWS has retired: nothing is known of it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:qldb:listLedgers", "Parameters": {}, "End": true})"},
    {"capitals and hyphens are another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:DynamoDB:query",
 "Parameters": {"TableName": "t"}, "End": true})"},
    {"a service that AWS has",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "End": true})"},
    {"a service that a placeholder hides",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:${Service}:listThings", "Parameters": {}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-unknown-service",
    .severity = Severity::warning,
    .summary = "an AWS SDK integration with a service for which there is no API model",
    .why =
        "If AWS does not have the service, or calls it by another name, Step Functions refuses the "
        "definition "
        "when it is deployed. New services appear, so check the page if the service is newer than the date "
        "in "
        "the message.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::service::sdk_unknown_service
