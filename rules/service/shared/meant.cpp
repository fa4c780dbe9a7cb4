#include "rules/service/shared/meant.h"

#include <fmt/core.h>

#include <vector>

#include "lint/asl/recognise.h"
#include "lint/nearest.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

struct OtherName {
  std::string_view name, service;
};
// What the product, the AWS SDK or the CLI call services that have an optimized integration of another name.
constexpr OtherName other_names[] = {
    {"bedrockruntime", "bedrock"},
    {"bedrock-runtime", "bedrock"},
    {"emr", "elasticmapreduce"},
    {"emrcontainers", "emr-containers"},
    {"emrserverless", "emr-serverless"},
    {"eventbridge", "events"},
    {"cloudwatchevents", "events"},
    {"sfn", "states"},
    {"stepfunctions", "states"},
    {"step-functions", "states"},
    {"bedrock-agentcore", "bedrockagentcore"},
};

bool one_edit_away(std::string_view wrong, std::string_view right) {
  return equal_without_case(wrong, right) || edit_distance(wrong, right, 1) <= 1;
}

// These have had the same actions since they were optimized, and AWS is recorded to refuse `dynamodb:query`.
bool has_closed_actions(std::string_view service) { return service == "ecs" || service == "dynamodb"; }

}  // namespace

bool names_unknown_service(const asl::Resource& resource) {
  const std::string_view service = resource.service;
  if (resource.kind != asl::ResourceKind::integration || !resource.service_known) return false;
  if (service.empty() || resource.action.empty() || service == "stateMachine" || is_service(service))
    return false;
  return resource.text.find(":task:") == std::string_view::npos && !asl::may_hold_blank(service);
}

std::string_view meant_service(const asl::Resource& resource) {
  // `awssdk:ec2:runInstances` is read as the service `awssdk`, its action `ec2` and a suffix.
  if (one_edit_away(resource.service, "aws-sdk") && resource.suffix.starts_with(':')) return "aws-sdk";
  for (const OtherName& other : other_names)
    if (equal_without_case(other.name, resource.service) && task_integration(other.service, resource.action))
      return other.service;
  for (const std::string_view one : schemas::services())
    if (one_edit_away(resource.service, one) && task_integration(one, resource.action)) return one;
  return {};
}

std::optional<UnknownAction> unknown_action(const asl::Resource& resource) {
  const std::string_view action = resource.action;
  if (resource.kind != asl::ResourceKind::integration || !resource.action_known || action.empty())
    return std::nullopt;
  if (!is_service(resource.service) || task_integration(resource.service, action)) return std::nullopt;
  std::vector<std::string_view> known;
  for (const std::string_view one : schemas::actions(resource.service)) {
    if (one != action && equal_without_case(one, action)) return std::nullopt;
    if (task_integration(resource.service, one)) known.push_back(one);
  }
  const auto meant = nearest(action, known);
  return UnknownAction{
      meant, has_closed_actions(resource.service) || (meant && edit_distance(action, *meant, 1) <= 1)};
}

std::string call_of_sdk(const asl::Resource& resource, std::string_view sdk_service) {
  if (!is_word(sdk_service) || !is_word(resource.action) || !resource.pattern_known) return {};
  if (resource.waits() || resource.pattern == asl::Pattern::unknown) return {};
  return fmt::format("aws-sdk:{}:{}", lower(sdk_service), lower_first(resource.action));
}

void offer_sdk(Diagnostic& found, const asl::Resource& resource, std::string_view sdk_service) {
  const std::string call = call_of_sdk(resource, sdk_service);
  if (call.empty()) return;
  found.message += fmt::format("; call `{}`", call);
  found.offer_unsafe("call it through the AWS SDK",
                     replace_text(resource.value.stretch(resource.where(resource.service).begin,
                                                         resource.where(resource.action).end),
                                  call));
}

}  // namespace sfn::rules::service
