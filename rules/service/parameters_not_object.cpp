// An array is left alone, since real definitions have one.
#include <fmt/core.h>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::parameters_not_object {

namespace {

bool acceptable(Value value, bool jsonata) {
  return !value || value.is_object() || value.is_array() || value.is_opaque() || value.templated() ||
         (jsonata && asl::is_jsonata(value));
}

void check(const asl::State& state, Report& report) {
  const asl::Resource resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::integration && resource.kind != asl::ResourceKind::aws_sdk) return;
  const Value value = state.arguments();
  if (acceptable(value, state.jsonata())) return;
  report.add(value.place(), fmt::format("`{}` of an integration must be an object{}, not {}", value.name(),
                                        state.jsonata() ? " or an expression" : "", describe(value.kind())));
}

constexpr Example examples[] = {
    {"a path in place of the parameters",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": «"$.message"», "End": true})"},
    {"an object",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Parameters": {"QueueUrl.$": "$.queue", "MessageBody.$": "$.body"}, "End": true})"},
    {"an expression",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Arguments": "{% $states.input.message %}", "End": true})"},
    {"a Lambda function as resource takes any payload",
     R"({"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Parameters": 5, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/parameters-not-object",
    .severity = Severity::error,
    .summary = "the parameters of an integration are not an object",
    .why =
        "An integration takes its parameters by name. A path or text in place of the object is not "
        "evaluated: "
        "Step Functions refuses the definition when it is deployed, or the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::parameters_not_object
