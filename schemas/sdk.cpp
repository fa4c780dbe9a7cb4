// The names by which `aws-sdk` integrations reach our tables.
#include "schemas/schemas.h"
#include "schemas/tables.h"

namespace sfn::schemas {
namespace {

/// A model whose name in an `aws-sdk` ARN differs from that of its file.
/// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
struct Rename {
  std::string_view service, model;
};
constexpr Rename renamed[] = {{"bedrockagentcore", "bedrock-agentcore"},
                              {"bedrockruntime", "bedrock-runtime"},
                              {"emrcontainers", "emr-containers"},
                              {"emrserverless", "emr-serverless"},
                              {"eventbridge", "events"},
                              {"sfn", "stepfunctions"}};

std::string_view text(tables::Name name) { return {tables::blob + (name >> 8), name & 0xff}; }

/// Empty for what is the name of a file only.
std::string_view model_of(std::string_view service) {
  for (const Rename& one : renamed) {
    if (one.service == service) return one.model;
    if (one.model == service) return {};
  }
  return service;
}

/// `runTask` for `RunTask`.
bool is_action(std::string_view operation, std::string_view action) {
  return operation.size() == action.size() && !action.empty() && operation[0] == action[0] - 'a' + 'A' &&
         operation.substr(1) == action.substr(1);
}

bool wrapped(size_t operation) {
  for (size_t i = 0; i < tables::integration_count; ++i)
    if (tables::integrations[i].operation == operation) return tables::integrations[i].wrapper != 0;
  return false;
}

}  // namespace

Shape sdk_parameters(std::string_view service, std::string_view action) {
  const std::string_view model = model_of(service);
  for (size_t i = 0; i < tables::operation_count; ++i)
    if (text(tables::operations[i].model) == model &&
        is_action(text(tables::operations[i].operation), action))
      return wrapped(i) ? Shape() : Shape::at(tables::operations[i].input);
  return {};
}

}  // namespace sfn::schemas
