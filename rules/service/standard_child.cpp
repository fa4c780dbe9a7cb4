#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/stack/child_machine.h"

namespace sfn::rules::service::standard_child {

namespace {

void check(const asl::State& state, Report& report) {
  if (state.resource.kind != asl::ResourceKind::aws_sdk) return;
  const auto child = schemas::child_machine(state);
  if (!child.declared || child.type != asl::MachineType::standard) return;
  const Span action = state.resource.where(state.resource.action);
  report
      .add(state.resource.value.stretch(action.begin, action.end),
           fmt::format("`{}` is a Standard workflow, which `StartSyncExecution` does not start; call "
                       "`states:startExecution.sync:2`, or make it Express",
                       child.declared->name))
      .note(fmt::format("state machine `{}` is here", child.declared->name), child.declared->place);
}

constexpr Example examples[] = {
    {.title = "a Standard workflow of the same template",
     .text =
         R"({"Resources": {"Parent": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {
   "StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:«startSyncExecution»",
     "Parameters": {"StateMachineArn": {"Ref": "Child"}}, "End": true}}}}},
 "Child": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{}"}}}})",
     .file = "template.json"},
    {.title = "an Express workflow",
     .text =
         R"({"Resources": {"Parent": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {
   "StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
     "Parameters": {"StateMachineArn": {"Ref": "Child"}}, "End": true}}}}},
 "Child": {"Type": "AWS::Serverless::StateMachine", "Properties": {"Type": "EXPRESS", "Definition": {}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "service/standard-child",
    .severity = Severity::error,
    .summary = "a `StartSyncExecution` of a Standard workflow",
    .why =
        "`StartSyncExecution` is for Express workflows only. The state fails when it runs, with "
        "`Sfn.StateMachineTypeNotSupportedException`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html",
    .examples = examples,
    .about = {.call = "sfn:startSyncExecution"},
    .state = check,
};

}  // namespace sfn::rules::service::standard_child
