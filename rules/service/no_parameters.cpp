// Truth, settled c. Where parameters are required: service/missing-parameter.
#include <fmt/core.h>

#include <algorithm>

#include "schemas/call/integration.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::no_parameters {

using namespace schemas;

namespace {

bool requires_any(const Call& call) {
  const auto members = call.shape.members();
  return std::any_of(members.begin(), members.end(), [](schemas::Member one) { return one.required(); });
}

bool is_call(const asl::Resource& resource) {
  if (!resource.action_known || resource.action.empty()) return false;
  return resource.kind == asl::ResourceKind::aws_sdk || (resource.kind == asl::ResourceKind::integration &&
                                                         task_integration(resource.service, resource.action));
}

void check(const asl::State& state, Report& report) {
  if (!is_call(asl::resource(state)) || !has_no_parameters(state)) return;
  if (const auto call = find_call(state); call && requires_any(*call)) return;
  const std::string_view field = parameters_field(state);
  report
      .add(state.value.label(),
           fmt::format("the state has no `{0}`; write `\"{0}\": {{}}` if the call needs none", field))
      .offer_unsafe(fmt::format("add an empty `{}`", field),
                    insert_member(state.value, std::string(field), "{}"));
}

constexpr Example examples[] = {
    {"a call that needs no parameter",
     R"({"StartAt": "List", "States": {«"List"»: {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true}}})",
     R"({"StartAt": "List", "States": {"List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true, "Parameters": {}}}})"},
    {"in JSONata",
     R"({"QueryLanguage": "JSONata", "StartAt": "List", "States": {«"List"»: {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true}}})",
     R"({"QueryLanguage": "JSONata", "StartAt": "List", "States": {"List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true, "Arguments": {}}}})"},
    {"no members",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "End": true})"},
    {"a function takes the input of the state",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/no-parameters",
    .severity = Severity::warning,
    .summary = "an integration has neither `Parameters` nor `Arguments`",
    .why =
        "Step Functions refuses integrations without the field when they are deployed: `Parameters field is "
        "required for resource ARN`. That is known of calls that need a parameter, and probably true of the "
        "others.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::no_parameters
