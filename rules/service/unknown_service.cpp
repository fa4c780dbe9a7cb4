// Catalogue SVC705.
#include <fmt/core.h>

#include <optional>

#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/service/shared/integration.h"

namespace sfn::rules::service::unknown_service {

namespace {

// The one service that has an action of that name; empty if none or several have.
std::string_view only_service_with(std::string_view action) {
  std::string_view found;
  for (const schemas::Integration one : schemas::integrations()) {
    if (one.action() != action || one.standing() != schemas::Standing::task) continue;
    if (!found.empty()) return {};
    found = one.service();
  }
  return found;
}

// The service that was meant: one of a near name that has the action, or the only one that has it.
std::string_view meant_service(const asl::Resource& resource) {
  if (resource.service == "emr" && task_integration("elasticmapreduce", resource.action))
    return "elasticmapreduce";
  const auto services = schemas::services();
  const auto near = nearest(resource.service, services);
  if (near && task_integration(*near, resource.action)) return *near;
  return resource.action_known && resource.action != "invoke" ? only_service_with(resource.action)
                                                              : std::string_view();
}

bool sdk_can_call(const asl::Resource& resource) {
  return is_word(resource.service) && is_word(resource.action) && resource.pattern_known &&
         !resource.waits() && resource.pattern != asl::Pattern::unknown &&
         resource.service == lower(resource.service);
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const std::string_view service = resource.service;
  if (resource.kind != asl::ResourceKind::integration || !resource.service_known) return;
  if (service.empty() || resource.action.empty() || service == "stateMachine" || is_service(service)) return;
  if (resource.text.find(":task:") != std::string_view::npos || may_be_replaced(service)) return;
  const Place at = place_of(resource, service);
  if (const std::string_view meant = meant_service(resource); !meant.empty()) {
    report.add(at, fmt::format("Step Functions has no integration `{}`; did you mean `{}`?", service, meant))
        .mend(fmt::format("call `{}:{}`", meant, resource.action), replace_text(at, std::string(meant)));
    return;
  }
  Diagnostic& found =
      report.add(at, fmt::format("Step Functions has no optimized integration for `{}`", service));
  if (!sdk_can_call(resource)) return;
  found.message += fmt::format("; call `aws-sdk:{}:{}`", service, lower_first(resource.action));
  found.mend("call it through the AWS SDK", Safety::safe,
             {replace_text(
                 resource.value.stretch(resource.where(service).begin, resource.where(resource.action).end),
                 fmt::format("aws-sdk:{}:{}", service, lower_first(resource.action)))});
}

constexpr Example examples[] = {
    {"a service without an integration of its own",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«ec2»:runInstances", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances", "End": true})"},
    {"a misspelled one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«esc»:runTask.sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"by the name of the product",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«stepfunctions»:startExecution.sync:2", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true})"},
    {"one that has", R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unknown-service",
    .severity = Severity::error,
    .summary = "a `Resource` names a service that has no optimized integration",
    .why =
        "Only some twenty services have an optimized integration, `arn:aws:states:::service:action`; "
        "every other API is called as `arn:aws:states:::aws-sdk:service:action`. Step Functions "
        "refuses other names with `The resource provided ... is not recognized`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::unknown_service
