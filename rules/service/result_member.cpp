// A warning: what AWS added after the models is not known.
#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::service::result_member {

namespace {

using asl::types::Missing;
using asl::types::Origin;

// "`aws-sdk:ecs:describeTasks`"; "a service" where several states may have returned it.
std::string name_of(const asl::State* state) {
  if (!state) return "a service";
  const asl::Resource& resource = state->resource;
  const bool sdk = resource.kind == asl::ResourceKind::aws_sdk;
  return fmt::format("`{}{}:{}{}`", sdk ? "aws-sdk:" : "", resource.service, resource.action,
                     resource.suffix);
}

void add_member(const asl::State* state, const Missing& missing, asl::types::Types& types, Report& report) {
  const std::string result = fmt::format("the result of {} has no `{}` here", name_of(state), missing.name);
  const std::string_view spelled = asl::types::other_case(types, missing);
  if (spelled.empty()) {
    report.add(missing.expression->at(missing.span), result + asl::types::reason(types, missing));
    return;
  }
  const Place place = missing.expression->at(missing.name_span);
  Diagnostic& found = report.add(place, fmt::format("{}; it is spelled `{}`", result, spelled));
  const std::string_view written =
      missing.expression->value.text().substr(place.begin, place.end - place.begin);
  if (written == missing.name)
    found.offer(fmt::format("write `{}`", spelled), replace_text(place, std::string(spelled)));
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const Missing& missing : flow.facts().missing) {
    if (flow.types().provenance(missing.holder).origin != Origin::api) continue;
    const asl::State* state = asl::types::maker(machine, flow.types(), missing.holder);
    if (!missing.name.empty() && flow.types().can_be(missing.holder, asl::intrinsic::object))
      add_member(state, missing, flow.types(), report);
    else
      report.add(missing.expression->at(missing.span),
                 fmt::format("`{}` does not exist in the result of {}{}", asl::types::written(missing),
                             name_of(state), asl::types::reason(flow.types(), missing)));
  }
}

constexpr Example examples[] = {
    {"camelCase, as the API's own JSON has it",
     R"json({"StartAt": "Describe", "States": {
 "Describe": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "ResultPath": "$.seen",
  "Parameters": {"Tasks.$": "States.Array($.task)"}, "Next": "Stopped?"},
 "Stopped?": {"Type": "Choice", "Default": "Done", "Choices": [{"Variable": "$.seen.«tasks»[0].«lastStatus»", "StringEquals": "STOPPED", "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json",
     R"json({"StartAt": "Describe", "States": {
 "Describe": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "ResultPath": "$.seen",
  "Parameters": {"Tasks.$": "States.Array($.task)"}, "Next": "Stopped?"},
 "Stopped?": {"Type": "Choice", "Default": "Done", "Choices": [{"Variable": "$.seen.Tasks[0].LastStatus", "StringEquals": "STOPPED", "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json"},
    {"the output of a nested execution is text with `.sync`",
     R"json({"StartAt": "Nested", "States": {
 "Nested": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "ResultPath": "$.nested",
  "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m"}, "Next": "Use"},
 "Use": {"Type": "Pass", "InputPath": "«$.nested.Output.id»", "End": true}}})json"},
    {"a member that another call returns, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Arguments": {"QueueUrl": "q", "MessageBody": "a"}, "Output": "{% «$states.result.Messages»[0].Body %}", "End": true})json"},
    {"members that the service returns, and results that nobody knows",
     R"json({"StartAt": "Nested", "States": {
 "Nested": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "ResultPath": "$.nested",
  "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m"}, "Next": "Call"},
 "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.call",
  "Parameters": {"FunctionName": "f", "Payload": {}}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"a.$": "$.nested.Output.id", "b.$": "$.call.Payload.id", "c.$": "$.call.SdkHttpMetadata.HttpStatusCode",
  "d.$": "$.nested.Status"}, "End": true}}})json"},
};

constexpr std::string_view yields[] = {"ecs/result-path", "ecs/result-case", "path/resultselector-root",
                                       "path/input-lost"};

}  // namespace

extern const Rule rule{
    .id = "service/result-member",
    .severity = Severity::warning,
    .summary = "an expression that reads something that the service does not return",
    .why =
        "Step Functions returns results in PascalCase at every level, and each service returns its own "
        "members. "
        "A path to anything else finds nothing, and the state fails: with `States.Runtime` in JSONPath, with "
        "`States.QueryEvaluationError` in JSONata.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .yields_to = yields,
    .machine = check,
};

}  // namespace sfn::rules::service::result_member
