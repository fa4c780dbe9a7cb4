#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/service/shared/meant.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unknown_service {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!names_unknown_service(resource)) return;
  const std::string_view service = resource.service, meant = meant_service(resource);
  if (meant.empty()) return;  // service/unlisted-service
  const Place at = place_of(resource, service);
  const Safety safety = equal_without_case(service, meant) ? Safety::safe : Safety::unsafe;
  report.add(at, fmt::format("Step Functions has no integration `{}`; did you mean `{}`?", service, meant))
      .offer(fmt::format("call `{}:{}`", meant, resource.action), safety,
             {replace_text(at, std::string(meant))});
}

constexpr Example examples[] = {
    {"a misspelled one",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«esc»:runTask.sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"in capitals", R"({"Type": "Task", "Resource": "arn:aws:states:::«ECS»:runTask.sync", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"the AWS SDK",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«aws_sdk»:ec2:runInstances", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances", "End": true})"},
    {"by the name of the product",
     R"({"Type": "Task", "Resource": "arn:aws:states:::«stepfunctions»:startExecution.sync:2", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true})"},
    {"one that has", R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true})"},
    {"one that may have an integration that is newer than the tables is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ec2:runInstances", "End": true})"},
    {"a placeholder of a Serverless plugin",
     R"({"Type": "Task", "Resource": "arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:work", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unknown-service",
    .severity = Severity::error,
    .summary = "a `Resource` misspells the service of an optimized integration",
    .why =
        "Step Functions compares Resources letter for letter. It refuses the definition when it is deployed: "
        "`The resource provided ... is not recognized`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::unknown_service
