// Where the API models have the call: service/parameter-case.
#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "rules/service/shared/spelling.h"
#include "schemas/call/integration.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::sdk_parameter_case {

using namespace schemas;

namespace {

bool begins_in_lower_case(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && is_word(name);
}

std::string upper_first(std::string_view name) {
  std::string text(name);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// `copysource`: where its further words begin is not known.
bool in_lower_case(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || find_call(state)) return;
  const Call call{&state, resource, {}, state.arguments()};
  if (!call.parameters.is_object()) return;
  for (Value member : call.parameters) {
    const asl::Parameter parameter = asl::parameter(member, state.language);
    if (!begins_in_lower_case(parameter.name)) continue;
    const std::string right = upper_first(parameter.name);
    Diagnostic& found = report.add(
        parameter.key(),
        fmt::format("parameters of an AWS SDK integration begin with a capital letter: `{}`", right));
    offer_spelling(found, parameter, right, call);
    if (found.fix && in_lower_case(parameter.name)) found.fix->safety = Safety::unsafe;
  }
}

constexpr Example examples[] = {
    {"as the API's own JSON has them",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:describeTasks",
 "Parameters": {«"cluster"»: "prod", «"tasks.$"»: "States.Array($.task)"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:describeTasks",
 "Parameters": {"Cluster": "prod", "Tasks.$": "States.Array($.task)"}, "End": true})json"},
    {"in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:novel:updateService",
 "Arguments": {"Cluster": "prod", «"desiredCount"»: "{% $states.input.count %}"}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:novel:updateService",
 "Arguments": {"Cluster": "prod", "DesiredCount": "{% $states.input.count %}"}, "End": true})"},
    {"both spellings: which of them is meant is not known",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:describeTasks",
 "Parameters": {"Cluster": "a", «"cluster"»: "b"}, "End": true})"},
    {"keys below the first level may be data",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:describeInstances",
 "Parameters": {"Filters": [{"name": "x"}]}, "End": true})"},
    {"a placeholder for a name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:novel:describeInstances",
 "Parameters": {"${key}": 1}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-parameter-case",
    .severity = Severity::error,
    .summary =
        "a parameter of an AWS SDK integration that is not in the API models begins with a lower-case letter",
    .why =
        "Step Functions takes the parameters of every API in PascalCase, also where the service's own JSON "
        "is "
        "camelCase. With another spelling it refuses the definition when it is deployed, or the state fails "
        "when it runs: `The field \"cluster\" is not supported by Step Functions`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::sdk_parameter_case
