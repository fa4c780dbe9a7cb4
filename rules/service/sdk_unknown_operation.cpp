#include <fmt/core.h>

#include <vector>

#include "lint/asl/recognise.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_unknown_operation {

using namespace schemas;

namespace {

std::optional<std::string_view> meant(const schemas::Service& service, std::string_view action) {
  std::vector<std::string_view> known;
  for (const schemas::Operation operation : service.operations()) known.push_back(operation.action());
  return nearest(action, known);
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const std::string_view action = resource.action;
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.action_known || action.empty()) return;
  const auto service = sdk_service(resource.service);
  // What only begins with a capital is service/sdk-action-case.
  if (!service || service->find(lower_first(action)) || asl::may_hold_blank(action)) return;
  const auto near = meant(*service, action);
  const Place at = place_of(resource, action);
  Diagnostic& found =
      report.add(at, fmt::format("`{}` has no action `{}` in the API models of {}{}", service->name(), action,
                                 models_date(), wording::did_you_mean(near)));
  if (near) found.offer_unsafe(fmt::format("call `{}`", *near), replace_text(at, std::string(*near)));
}

constexpr Example examples[] = {
    {"a misspelled action",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:«listObjectV2»",
 "Parameters": {"Bucket": "b"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2",
 "Parameters": {"Bucket": "b"}, "End": true})"},
    {"a command of the AWS CLI",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudformation:«deploy»", "Parameters": {}, "End": true})"},
    {"a capital first letter is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:ListBuckets", "Parameters": {}, "End": true})"},
    {"an action of the service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "End": true})"},
    {"a service that is not known either",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:makeThing", "Parameters": {}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-unknown-operation",
    .severity = Severity::warning,
    .summary = "an AWS SDK integration with an action that the service's API model does not list",
    .why =
        "If the API does not have the action, Step Functions refuses the definition when it is deployed. "
        "APIs "
        "grow, so check the service's own page if the action is newer than the date in the message.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::service::sdk_unknown_operation
