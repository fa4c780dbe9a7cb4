#include <fmt/core.h>

#include "rules/service/shared/required.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::missing_parameter {

using namespace schemas;

namespace {

// The names of all required parameters: "`Message` and `TopicArn`"; empty if there are none.
std::string required_names(schemas::Shape shape) {
  std::vector<std::string_view> names;
  for (const schemas::Member member : shape.members())
    if (member.required() && !member.alias()) names.push_back(member.name());
  std::string text;
  for (size_t i = 0; i < names.size(); ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == names.size() ? " and " : ", ", names[i]);
  return text;
}

void check_absent(const Call& call, Report& report) {
  const std::string names = required_names(call.shape);
  if (!names.empty() && has_no_parameters(*call.state))
    report.add(call.state->value.label(), fmt::format("the state has no `{}`; {} requires {}",
                                                      parameters_field(*call.state), call.name(), names));
}

void check(const asl::State& state, Report& report) {
  const auto call = find_call(state);
  if (!call) return;
  each_missing(*call, [&](Value object, schemas::Member missing) {
    if (certainly_required(object, *call))
      report.add(object.label(), missing_message(object, missing, *call));
  });
  check_absent(*call, report);
}

constexpr Example examples[] = {
    {"a task without its task definition",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Parameters"»: {"Cluster": "prod"}, "End": true})"},
    {"subnets are required in AwsvpcConfiguration",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "NetworkConfiguration":
   {«"AwsvpcConfiguration"»: {"SecurityGroups": ["sg-0a1b2c3d"]}}}, "End": true})"},
    {"no parameters",
     R"({"StartAt": "Send", "States": {«"Send"»: {"Type": "Task",
 "Resource": "arn:aws:states:::ecs:runTask", "End": true}}})"},
    {"a misspelled parameter is reported by another rule",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinitions": "web"}, "End": true})"},
    {"a value that is known at run time only",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition.$": "$.definition"}, "End": true})"},
    {"all parameters from one expression",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": "{% $states.input %}", "End": true})"},
    {"a placeholder for members",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {${parameters}},
 "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/missing-parameter",
    .severity = Severity::error,
    .summary = "a required parameter that is missing",
    .why =
        "Step Functions refuses the definition when it is deployed: `The field 'TaskDefinition' is required "
        "but "
        "was missing`, or `Parameters field is required for resource ARN` where there are none at all. What "
        "it "
        "lets through the service refuses, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::missing_parameter
