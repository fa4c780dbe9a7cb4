#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_sync {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.waits()) return;
  const auto optimized = optimized_for_sdk(resource.service, resource.action);
  const auto pattern = table_pattern(resource.pattern);
  const bool can_wait = optimized && pattern && optimized->supports(*pattern);
  const std::string call =
      can_wait ? fmt::format("{}:{}{}", optimized->service(), optimized->action(), resource.suffix)
               : std::string();
  Diagnostic& found =
      report.add(place_of(resource, resource.suffix),
                 fmt::format("AWS SDK integrations do not support `{}`{}", resource.suffix,
                             can_wait ? fmt::format("; the optimized `{}` does", call) : std::string()));
  if (can_wait)
    found.offer_unsafe(
        fmt::format("call `{}`", call),
        replace_text(resource.value.stretch(resource.text.find("aws-sdk:"), resource.text.size()), call));
}

constexpr Example examples[] = {
    {"a job through the AWS SDK",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask«.sync»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"no integration can wait",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances«.sync»", "End": true})"},
    {"a token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-sync",
    .severity = Severity::error,
    .summary = "an AWS SDK integration with `.sync`",
    .why =
        "AWS SDK integrations return what the API returns, or wait for a token; `.sync` only exists for "
        "optimized integrations. Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_sync
