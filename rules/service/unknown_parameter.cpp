#include <fmt/core.h>

#include "lint/wording.h"
#include "rules/service/shared/unknown_name.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::unknown_parameter {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    const auto name = judge_name(parameter, owner, call_);
    if (!name || !name->certain) return;
    Diagnostic& found =
        report_.add(parameter.key(), fmt::format("unknown parameter `{}` of {}{}", parameter.name,
                                                 call_.name(), wording::did_you_mean(name->near)));
    explain_name(found, parameter, owner, *name, call_);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr std::string_view yields_to[] = {"ecs/environment-item", "ecs/not-overridable",
                                          "ecs/parameter-wrong-level", "ecs/role-in-container-override"};

constexpr Example examples[] = {
    {"a name that the API does not have",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {«"TaskDefinitions"»: "web"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})"},
    {"a name that no API spells so: all of them are PascalCase",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", «"retries"»: 2, «"_note"»: "x"}, "End": true})"},
    {"a parameter that ECS takes elsewhere",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", «"Subnets"»: ["subnet-0a1b2c3d"]}, "End": true})"},
    {"the token next to the payload",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Parameters": {"FunctionName": "f", «"TaskToken.$"»: "$$.Task.Token"}, "End": true})"},
    {"a name that may be newer than the tables is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "VpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}, "Tag": [],
 "Groups": "a", "Group": "b"}, "End": true})"},
    {"calls of the AWS SDK have a rule of their own",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances",
 "Parameters": {"Anything": "goes"}, "End": true})"},
    {"a service that a placeholder hides",
     R"({"Type": "Task", "Resource": "arn:aws:states:::${Service}:runTask",
 "Parameters": {"Anything": "goes"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unknown-parameter",
    .severity = Severity::error,
    .summary = "a parameter that the integration does not have",
    .why =
        "Step Functions accepts the definition when it is deployed, but the state fails when it runs: `The "
        "field \"TaskDefinitions\" is not supported by Step Functions`. This holds at every level.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::unknown_parameter
