// Operations that stream, which no integration can take up.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_unsupported_operation {

using namespace schemas;

namespace {

struct Operation {
  std::string_view service, action, instead;
};
constexpr Operation streams[] = {
    {"bedrockruntime", "converseStream", "converse"},
    {"bedrockruntime", "invokeModelWithResponseStream", "invokeModel"},
    {"bedrockruntime", "invokeModelWithBidirectionalStream", "invokeModel"},
    {"cloudwatchlogs", "startLiveTail", "filterLogEvents"},
    {"kinesis", "subscribeToShard", "getRecords"},
    {"lambda", "invokeWithResponseStream", "invoke"},
    {"s3", "selectObjectContent", "getObject"},
    {"sagemakerruntime", "invokeEndpointWithResponseStream", "invokeEndpoint"},
};

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.action_known) return;
  for (const Operation& one : streams)
    if (one.service == resource.service && one.action == resource.action)
      report.add(place_of(resource, resource.action),
                 fmt::format("`{}` returns a stream, which Step Functions does not support; use `{}`",
                             one.action, one.instead));
}

constexpr Example examples[] = {
    {"an answer in pieces",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:«converseStream»", "End": true})"},
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
