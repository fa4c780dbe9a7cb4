// What service/unknown-parameter leaves: names that may be newer than the tables.
#include <fmt/core.h>

#include "lint/wording.h"
#include "rules/service/shared/unknown_name.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::unlisted_parameter {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    const auto name = judge_name(parameter, owner, call_);
    if (!name || name->certain) return;
    Diagnostic& found = report_.add(
        parameter.key(), fmt::format("{} is not known to have a parameter `{}` here{}", call_.name(),
                                     parameter.name, wording::did_you_mean(name->near)));
    explain_name(found, parameter, owner, *name, call_);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr std::string_view yields_to[] = {"ecs/environment-item", "ecs/not-overridable",
                                          "ecs/parameter-wrong-level", "ecs/role-in-container-override"};

constexpr Example examples[] = {
    {"a parameter of another structure",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", «"VpcConfiguration"»: {"Subnets": ["subnet-0a1b2c3d"]}}, "End": true})"},
    {"a name that differs in two letters",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", «"PlacmentConstraint"»: []}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "PlacementConstraints": []}, "End": true})"},
    {"a parameter that is newer than the models of most tools",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "ResourceRequirements":
   [{"Type": "GPU", "SharingStrategy": {"NvidiaMps": {"Memory": 4096}}}]}]}}, "End": true})"},
    {"a misspelled name is reported by another rule",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinitions": "web"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unlisted-parameter",
    .severity = Severity::warning,
    .summary = "a parameter that the API model of the integration does not list",
    .why =
        "If the API does not have the parameter, the state fails when it runs: `The field ... is not "
        "supported "
        "by Step Functions`. APIs grow, so check the service's own page where you are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::unlisted_parameter
