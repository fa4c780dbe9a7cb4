// After the ARN of a function: service/lambda-arn-tail.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unsupported_pattern {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const auto pattern = table_pattern(resource.pattern);
  if (resource.kind != asl::ResourceKind::integration || !pattern) return;
  const auto integration = task_integration(resource.service, resource.action);
  if (!integration || integration->supports(*pattern)) return;
  const std::string others = patterns_of(*integration);
  Diagnostic& found = report.add(
      place_of(resource, resource.suffix),
      fmt::format("`{}:{}` does not support `{}`{}", resource.service, resource.action, resource.suffix,
                  others.empty() ? std::string("; it only has request-response")
                                 : fmt::format("; it has {}", others)));
  if (resource.pattern == asl::Pattern::sync2 && integration->supports(schemas::sync))
    found.offer_unsafe("wait with `.sync`", replace_text(place_of(resource, resource.suffix), ".sync"));
}

constexpr Example examples[] = {
    {"a function is always waited for",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke«.sync»", "End": true})"},
    {"the second version of a pattern that has one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.sync:2»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"an action that supports only request-response",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem«.waitForTaskToken»", "End": true})"},
    {"a function by its ARN is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f.waitForTaskToken", "End": true})"},
    {"patterns that exist",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unsupported-pattern",
    .severity = Severity::error,
    .summary = "a pattern that the integration does not support",
    .why =
        "Each action has its own patterns: `.sync` waits for a job, `.waitForTaskToken` for a token, "
        "`.sync:2` only exists for `states:startExecution`. Step Functions refuses the definition when it is "
        "deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::unsupported_pattern
