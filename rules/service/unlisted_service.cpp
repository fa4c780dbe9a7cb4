// What service/unknown-service leaves: services that may have an integration that is newer than the tables.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/service/shared/meant.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unlisted_service {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!names_unknown_service(resource) || !meant_service(resource).empty()) return;
  Diagnostic& found =
      report.add(place_of(resource, resource.service),
                 fmt::format("`{}` is not known to have an optimized integration", resource.service));
  offer_sdk(found, resource, resource.service);
}

constexpr Example examples[] = {
    {"a service without an optimized integration",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«ec2»:runInstances", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances", "End": true})"},
    {"an action that another service has",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«bedrockagent»:invokeModel", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockagent:invokeModel", "End": true})"},
    {"the youngest of the optimized ones",
     R"({"Type": "Task", "Resource": "arn:aws:states:::bedrockagentcore:invokeHarness", "End": true})"},
    {"a misspelled one is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::esc:runTask", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unlisted-service",
    .severity = Severity::warning,
    .summary = "a `Resource` names a service that is not known to have an optimized integration",
    .why =
        "Only some twenty services have an optimized integration, `arn:aws:states:::service:action`; every "
        "other API is called as `arn:aws:states:::aws-sdk:service:action`. Step Functions refuses other "
        "names "
        "when the definition is deployed: `The resource provided ... is not recognized`. Now and then a "
        "service "
        "gets an integration, so check the page where you are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::unlisted_service
