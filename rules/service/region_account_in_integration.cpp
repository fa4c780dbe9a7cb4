#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::region_account_in_integration {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const bool integration = resource.kind == asl::ResourceKind::aws_sdk ||
                           (resource.kind == asl::ResourceKind::integration && is_service(resource.service));
  if (!integration || (resource.region.empty() && resource.account.empty())) return;
  const Place at =
      resource.value.stretch(resource.where(resource.region).begin, resource.where(resource.account).end);
  report.add(at, "the ARN of an integration names neither a region nor an account")
      .offer_unsafe(fmt::format("write `arn:{}:states:::`", resource.partition), replace_text(at, ":"));
}

constexpr Example examples[] = {
    {"both",
     R"({"Type": "Task", "Resource": "arn:aws:states:«us-east-1:111122223333»:sns:publish", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
    {"neither", R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
    {"an activity has both",
     R"({"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:work", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/region-account-in-integration",
    .severity = Severity::warning,
    .summary = "a region or an account in the ARN of an integration",
    .why =
        "An integration is the same in every region and account, and its documented form leaves both "
        "empty: `arn:aws:states:::sns:publish`. A definition that names them looks bound to one place, and "
        "AWS does not promise that Step Functions will keep ignoring them.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::region_account_in_integration
