#include <fmt/core.h>

#include "rules/service/shared/spelling.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::parameter_case {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    const schemas::Member meant = owner.member_ignoring_case(parameter.name);
    if (!meant || printed_so(parameter, call_)) return;
    offer_spelling(
        report_.add(parameter.key(), fmt::format("unknown parameter `{}`; Step Functions spells it `{}`",
                                                 parameter.name, meant.name())),
        parameter, meant.name(), call_);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"a parameter in camelCase, as the API's own JSON has it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {«"cluster"»: "prod", "TaskDefinition": "web"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"Cluster": "prod", "TaskDefinition": "web"}, "End": true})"},
    {"at every depth, also below an array and with the suffix `.$`",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{«"name"»: "app", "Environment": [{"Name": "ID", «"value.$"»: "$.id"}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "ID", "Value.$": "$.id"}]}]}}, "End": true})"},
    {"the name of the shape in place of the member's",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web", "NetworkConfiguration":
   {«"AwsVpcConfiguration"»: {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web", "NetworkConfiguration":
   {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})"},
    {"what AWS itself prints for Batch is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": {"attempts": 5}}, "End": true})"},
    {"keys of a map are data",
     R"({"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync",
 "Parameters": {"JobName": "load", "Arguments": {"--day": "1", "name": "x"}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/parameter-case",
    .severity = Severity::error,
    .summary = "a parameter that is not written in PascalCase",
    .why =
        "Step Functions takes every parameter in PascalCase, at every level, also where the service's own "
        "API is camelCase. Step Functions accepts another spelling when the definition is deployed, but the "
        "state fails when it runs: `The field \"cluster\" is not supported by Step Functions`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = on_parameters<Check>,
};

}  // namespace sfn::rules::service::parameter_case
