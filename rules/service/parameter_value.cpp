#include <fmt/core.h>

#include "lint/json/string.h"
#include "lint/nearest.h"
#include "rules/service/shared/values.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::parameter_value {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    if (const auto wrong = wrong_choice(value, shape); wrong && certainly_wrong(value, *wrong, call_))
      report_choice(value, shape, *wrong);
    if (const auto least = below_minimum(value, shape))
      report_.add(value.place(), fmt::format("`{}` is {}, but the minimum is {}",
                                             path_of(value, call_.parameters), least->is, least->wanted));
  }

 private:
  void report_choice(Value value, schemas::Shape shape, const WrongChoice& wrong) {
    const std::optional<std::string_view> meant = wrong.meant ? wrong.meant : switched(value, shape);
    Diagnostic& found = report_.add(
        value.place(),
        fmt::format("`{}` cannot be `{}`; {}", path_of(value, call_.parameters), value.text(),
                    meant ? fmt::format("did you mean `{}`?", *meant) : "it accepts " + wrong.accepted));
    if (!meant) return;
    const Safety safety = wrong.likeness == Likeness::letter_case ? Safety::safe : Safety::unsafe;
    found.offer(fmt::format("change to `{}`", *meant), safety, {set_value(value, json::quote(*meant))});
  }

  static std::optional<std::string_view> switched(Value value, schemas::Shape shape) {
    if (value.text() == "true") return switch_value(true, shape);
    return value.text() == "false" ? switch_value(false, shape) : std::nullopt;
  }

  const Call& call_;
  Report& report_;
};

constexpr std::string_view yields_to[] = {"ecs/launchtype-fargate-spot"};

constexpr Example examples[] = {
    {"the service's values are case-sensitive",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "LaunchType": «"Fargate"»}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "LaunchType": "FARGATE"}, "End": true})"},
    {"only names of parameters are PascalCase: values keep the API's own case",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "PlacementConstraints": [{"Type": «"MemberOf"», "Expression": "attribute:ecs.os-type == linux"}]}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "PlacementConstraints": [{"Type": "memberOf", "Expression": "attribute:ecs.os-type == linux"}]}, "End": true})"},
    {"a value that is not in the list",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": «"yes"»}}},
 "End": true})"},
    {"a word for a switch",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": «"true"»}}},
 "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "ENABLED"}}},
 "End": true})"},
    {"a hyphen for an underscore, outside ECS",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {"TableName": "t",
 "Item": {}, "ReturnValues": «"all-old"»}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {"TableName": "t",
 "Item": {}, "ReturnValues": "ALL_OLD"}, "End": true})"},
    {"a value that may be newer than the tables is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": {"JobName": "load",
 "WorkerType": "R.1X"}, "End": true})"},
    {"a number below the least",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": «-1»}]}, "End": true})"},
    {"values as the API spells them, and placeholders",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "LaunchType": "FARGATE", "PropagateTags": "${Propagate}", "PlacementStrategy": [{"Type": "random"}]},
 "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/parameter-value",
    .severity = Severity::error,
    .summary = "a parameter with a value that the service does not accept",
    .why =
        "The service compares values letter by letter and refuses the call: the state fails when it runs, "
        "with an error such as ECS.InvalidParameterException.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = yields_to,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::parameter_value
