// What service/missing-parameter leaves: members inside the parameters of services other than ECS.
#include "rules/service/shared/required.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::missing_nested_parameter {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const auto call = find_call(state);
  if (!call) return;
  each_missing(*call, [&](Value object, schemas::Member missing) {
    if (!certainly_required(object, *call))
      report.add(object.label(), missing_message(object, missing, *call));
  });
}

constexpr Example examples[] = {
    {"a variable without its value",
     R"({"Type": "Task", "Resource": "arn:aws:states:::codebuild:startBuild", "Parameters": {"ProjectName": "p",
 "EnvironmentVariablesOverride": [«{»"Name": "STAGE"}]}, "End": true})"},
    {"a parameter of the call itself is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::codebuild:startBuild", "Parameters": {}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/missing-nested-parameter",
    .severity = Severity::warning,
    .summary = "an object in the parameters of an integration lacks what its API model requires",
    .why =
        "The service most likely refuses the call, and the state fails when it runs. APIs sometimes stop to "
        "require a member, so check the service's own page where you are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::missing_nested_parameter
