// Catalogue SVC706.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/service/shared/integration.h"

namespace sfn::rules::service::unsupported_action {

namespace {

bool differs_in_case_only(std::string_view action, const std::vector<std::string_view>& actions) {
  for (const std::string_view one : actions)
    if (equal_without_case(one, action)) return true;
  return false;
}

void mend_through_sdk(Diagnostic& found, const asl::Resource& resource) {
  const std::string_view sdk = sdk_name(resource.service);
  if (sdk.empty() || !is_word(resource.action) || !resource.pattern_known || resource.waits()) return;
  const std::string call = fmt::format("aws-sdk:{}:{}", sdk, lower_first(resource.action));
  found.message += fmt::format("; call `{}`", call);
  found.mend("call it through the AWS SDK",
             replace_text(resource.value.stretch(resource.where(resource.service).begin,
                                                 resource.where(resource.action).end),
                          call));
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::integration || !resource.action_known || resource.action.empty())
    return;
  if (!is_service(resource.service) || task_integration(resource.service, resource.action)) return;
  const auto actions = schemas::actions(resource.service);
  const Place at = place_of(resource, resource.action);
  if (const auto found = schemas::find(resource.service, resource.action)) {
    Diagnostic& finding =
        report.add(at, fmt::format("`{}:{}` stands in an `ItemReader` or `ResultWriter` alone",
                                   resource.service, resource.action));
    mend_through_sdk(finding, resource);
    return;
  }
  if (differs_in_case_only(resource.action, actions)) return;  // service/action-case
  if (const auto meant = nearest(resource.action, actions)) {
    report
        .add(at, fmt::format("the integration of `{}` has no action `{}`; did you mean `{}`?",
                             resource.service, resource.action, *meant))
        .mend(fmt::format("call `{}`", *meant), replace_text(at, std::string(*meant)));
    return;
  }
  Diagnostic& finding = report.add(at, fmt::format("the optimized integration of `{}` has no action `{}`",
                                                   resource.service, resource.action));
  mend_through_sdk(finding, resource);
}

constexpr Example examples[] = {
    {"an action of the API that is not optimized",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:«query»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "End": true})"},
    {"a misspelled one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:«runTasks».sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"an action for readers",
     R"({"Type": "Task", "Resource": "arn:aws:states:::s3:«getObject»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true})"},
    {"one that is", R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unsupported-action",
    .severity = Severity::error,
    .summary = "an optimized integration has no such action",
    .why =
        "An optimized integration covers a few actions of its service: of DynamoDB the four on one "
        "item, of ECS only `runTask`. Step Functions refuses others with `The resource provided ... "
        "is not recognized`; call them through the AWS SDK.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::unsupported_action
