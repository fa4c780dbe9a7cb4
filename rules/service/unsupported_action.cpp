#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/service/shared/meant.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unsupported_action {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const auto unknown = unknown_action(resource);
  if (!unknown || !unknown->certain) return;
  const Place at = place_of(resource, resource.action);
  if (unknown->meant) {
    report
        .add(at, fmt::format("the integration of `{}` has no action `{}`; did you mean `{}`?",
                             resource.service, resource.action, *unknown->meant))
        .offer_unsafe(fmt::format("call `{}`", *unknown->meant),
                      replace_text(at, std::string(*unknown->meant)));
    return;
  }
  offer_sdk(report.add(at, fmt::format("the optimized integration of `{}` has no action `{}`",
                                       resource.service, resource.action)),
            resource, sdk_name(resource.service));
}

constexpr Example examples[] = {
    {"a misspelled one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:«runTasks».sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"an action of the API that is not optimized",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:«query»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "End": true})"},
    {"another action of ECS",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:«stopTask»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:stopTask", "End": true})"},
    {"one that is", R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true})"},
    {"one that the service may have learnt is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:receiveMessage", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unsupported-action",
    .severity = Severity::error,
    .summary = "an action that the optimized integration does not have",
    .why =
        "An optimized integration covers a few actions of its service: of DynamoDB the four on one item, of "
        "ECS only `runTask`. Call others through the AWS SDK. Step Functions "
        "refuses the definition when it is deployed: `The resource provided ... is not recognized`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::unsupported_action
