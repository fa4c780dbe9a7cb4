// What service/unsupported-action leaves: actions that an integration may have learnt since.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/service/shared/meant.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unlisted_action {

using namespace schemas;

namespace {

std::string message_of(const asl::Resource& resource, const UnknownAction& unknown) {
  if (schemas::find(resource.service, resource.action))
    return fmt::format("`{}:{}` belongs in an `ItemReader` or `ResultWriter`, not in a Task",
                       resource.service, resource.action);
  return fmt::format("the optimized integration of `{}` is not known to have an action `{}`{}",
                     resource.service, resource.action,
                     unknown.meant ? fmt::format("; did you mean `{}`?", *unknown.meant) : std::string());
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const auto unknown = unknown_action(resource);
  if (!unknown || unknown->certain) return;
  Diagnostic& found = report.add(place_of(resource, resource.action), message_of(resource, *unknown));
  if (!unknown->meant) offer_sdk(found, resource, sdk_name(resource.service));
}

constexpr Example examples[] = {
    {"an action of the API that is not optimized",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:«receiveMessage»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage", "End": true})"},
    {"an action for readers",
     R"({"Type": "Task", "Resource": "arn:aws:states:::s3:«getObject»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true})"},
    {"one that is", R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unlisted-action",
    .severity = Severity::warning,
    .summary = "an optimized integration is not known to have such an action",
    .why =
        "An optimized integration covers a few actions of its service: of SQS only `sendMessage`. Step "
        "Functions refuses others when the definition is deployed: `The resource provided ... is not "
        "recognized`. Call them through the AWS SDK. Integrations learn actions, so check the page where you "
        "are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::unlisted_action
