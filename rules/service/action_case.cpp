#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::action_case {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::integration || !resource.action_known) return;
  for (const std::string_view right : schemas::actions(resource.service)) {
    if (right == resource.action || !equal_without_case(right, resource.action)) continue;
    const Place at = place_of(resource, resource.action);
    report.add(at, fmt::format("actions are written in camelCase; use `{}`", right))
        .offer(fmt::format("rename to `{}`", right), replace_text(at, std::string(right)));
  }
}

constexpr Example examples[] = {
    {"as the API spells it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:«RunTask».sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"camelCase", R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/action-case",
    .severity = Severity::error,
    .summary = "an action whose letter case is wrong",
    .why =
        "The actions in a Resource begin with a lower-case letter, unlike those of the API. Step Functions "
        "compares them letter for letter and refuses the definition when it is deployed: `The resource "
        "provided ... is not recognized`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::action_case
