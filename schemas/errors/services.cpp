#include "schemas/errors/services.h"

#include <algorithm>

#include "schemas/call/integration.h"
#include "schemas/schemas.h"

namespace sfn::schemas::errors {

namespace {

struct Prefix {
  std::string_view text, service;
};

// The first of a service is the one to suggest.
constexpr Prefix optimized[] = {
    {"ApiGateway", "apigateway"},
    {"Athena", "athena"},
    {"Batch", "batch"},
    {"Bedrock", "bedrock"},
    {"BedrockAgentCore", "bedrockagentcore"},
    {"CodeBuild", "codebuild"},
    {"DynamoDB", "dynamodb"},
    {"ECS", "ecs"},
    {"AmazonECS", "ecs"},
    {"EKS", "eks"},
    {"Glue", "glue"},
    {"Lambda", "lambda"},
    {"SageMaker", "sagemaker"},
    {"SNS", "sns"},
    {"SQS", "sqs"},
    {"StepFunctions", "states"},
};

template <typename Rows>
std::string_view service_of(const Rows& rows, std::string_view prefix) {
  const auto found =
      std::find_if(std::begin(rows), std::end(rows), [&](const Prefix& row) { return row.text == prefix; });
  return found == std::end(rows) ? std::string_view() : found->service;
}

template <typename Rows>
std::string_view text_of(const Rows& rows, std::string_view service) {
  const auto found = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Prefix& row) { return row.service == service; });
  return found == std::end(rows) ? std::string_view() : found->text;
}

}  // namespace

std::string_view optimized_service(std::string_view prefix) { return service_of(optimized, prefix); }

std::string_view optimized_prefix(std::string_view service) { return text_of(optimized, service); }

std::string_view sdk_service(std::string_view prefix) {
  const auto service = schemas::sdk_service(lower(prefix));
  return service && service->error_prefix() == prefix ? service->name() : std::string_view();
}

std::string_view sdk_prefix(std::string_view service) {
  const auto found = schemas::sdk_service(service);
  return found ? found->error_prefix() : std::string_view();
}

bool only_service_errors(const asl::Resource& resource) {
  if (resource.kind != asl::ResourceKind::integration && resource.kind != asl::ResourceKind::aws_sdk)
    return false;
  return resource.pattern_known && !resource.calls_back() && resource.service != "http" &&
         resource.service != "apigateway";
}

}  // namespace sfn::schemas::errors
