#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_action_case {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.action_known || resource.action.empty())
    return;
  const std::string right = lower_first(resource.action);
  if (right == resource.action) return;
  const Place at = place_of(resource, resource.action);
  report.add(at, fmt::format("actions begin with a lower-case letter; use `{}`", right))
      .offer(fmt::format("rename to `{}`", right), replace_text(at, right));
}

constexpr Example examples[] = {
    {"as the API spells it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:«ListTasks»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "End": true})"},
    {"camelCase", R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-action-case",
    .severity = Severity::error,
    .summary = "an action of an AWS SDK integration that begins with a capital letter",
    .why =
        "AWS SDK integrations spell actions in camelCase: `listTasks` for the API's `ListTasks`. Step "
        "Functions refuses the other spelling when the definition is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_action_case
