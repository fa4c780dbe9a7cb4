#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_unsupported_operation {

using namespace schemas;

namespace {

std::string message(std::string_view action, const SdkException& exception) {
  const std::string instead =
      exception.instead.empty() ? std::string() : fmt::format("; use `{}`", exception.instead);
  if (exception.standing == SdkStanding::stream)
    return fmt::format("`{}` uses a stream of events, which Step Functions does not support{}", action,
                       instead);
  return fmt::format("Step Functions does not support `{}`{}", action, instead);
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.action_known) return;
  const SdkException exception = sdk_exception(resource.service, resource.action);
  if (exception.standing == SdkStanding::stream || exception.standing == SdkStanding::unsupported)
    report.add(place_of(resource, resource.action), message(resource.action, exception));
}

constexpr Example examples[] = {
    {"an answer in pieces",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:«converseStream»", "End": true})"},
    {"an operation that AWS lists as unsupported",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sts:«assumeRole»",
 "Parameters": {"RoleArn": "arn:aws:iam::111122223333:role/r", "RoleSessionName": "s"}, "End": true})"},
    {"an answer",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:converse", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-unsupported-operation",
    .severity = Severity::warning,
    .summary = "an AWS SDK integration that calls a streaming operation",
    .why =
        "Step Functions expects an answer as a single JSON text. AWS lists operations that answer with a "
        "stream of events as unsupported.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_unsupported_operation
