#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::sdk_over_optimised {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !resource.action_known || resource.waits()) return;
  const auto optimized = optimized_for_sdk(resource.service, resource.action);
  const auto pattern = table_pattern(resource.pattern);
  if (optimized && pattern && optimized->supports(*pattern))
    report.add(resource.value.stretch(resource.text.find("aws-sdk:"), resource.text.size()),
               fmt::format("`{}:{}` is also available as an optimized integration", optimized->service(),
                           optimized->action()));
}

constexpr std::string_view yields_to[] = {"ecs/aws-sdk-form"};

constexpr Example examples[] = {
    {"a function through the AWS SDK",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«aws-sdk:lambda:invoke»", "End": true})"},
    {"the optimized one", R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true})"},
    {"no optimized integration",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-over-optimised",
    .severity = Severity::info,
    .summary = "an AWS SDK integration where an optimized one exists",
    .why =
        "An optimized integration does more than the API: it parses JSON in results, waits for jobs, or "
        "fails the state if the API reports a failure only in its answer. The two also name their errors "
        "differently.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_over_optimised
