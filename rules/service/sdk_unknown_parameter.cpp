#include <fmt/core.h>

#include "lint/wording.h"
#include "rules/service/shared/unknown_name.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::sdk_unknown_parameter {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    const auto name = judge_name(parameter, owner, call_);
    if (!name) return;
    const std::string meant = wording::did_you_mean(name->near);
    Diagnostic& found =
        report_.add(parameter.key(), fmt::format("`{}` has no parameter `{}` here in the API models of {}{}",
                                                 call_.name(), parameter.name, models_date(), meant));
    explain_name(found, parameter, owner, *name, call_);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr std::string_view yields_to[] = {"ecs/environment-item", "ecs/not-overridable",
                                          "ecs/parameter-wrong-level", "ecs/role-in-container-override"};

constexpr Example examples[] = {
    {"a misspelled name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
 "Parameters": {"TableName": "t", «"KeyConditionExpresion"»: "id = :id"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
 "Parameters": {"TableName": "t", "KeyConditionExpression": "id = :id"}, "End": true})"},
    {"an option of the AWS CLI",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks",
 "Parameters": {"Cluster": "c", «"MaxItems"»: 10}, "End": true})"},
    {"a name inside a parameter",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances",
 "Parameters": {"Filters": [{"Name": "vpc-id", «"Value.$"»: "$.vpc"}]}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances",
 "Parameters": {"Filters": [{"Name": "vpc-id", "Values.$": "$.vpc"}]}, "End": true})"},
    {"names as the AWS SDK for Java spells them, and as the API does",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:startDBInstance",
 "Parameters": {"DbInstanceIdentifier": "a", "DBInstanceIdentifier": "a"}, "End": true})"},
    {"another letter case is an error of another rule",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
 "Parameters": {"tableName": "t"}, "End": true})"},
    {"an operation that is newer than the models",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:makeThing",
 "Parameters": {"Anything": "goes"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-unknown-parameter",
    .severity = Severity::warning,
    .summary = "a parameter of an AWS SDK integration that the API model does not list",
    .why =
        "If the API does not have the parameter, the state fails when it runs: `The field ... is not "
        "supported by Step Functions`. APIs grow, so check the service's own page if the parameter is newer "
        "than the date in the message.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = {.states = asl::StateType::task},
    .state = on_sdk_parameters<Check>,
};

}  // namespace sfn::rules::service::sdk_unknown_parameter
