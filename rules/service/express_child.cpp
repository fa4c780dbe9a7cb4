#include <fmt/core.h>

#include "lint/asl/payload.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/stack/child_machine.h"

namespace sfn::rules::service::express_child {

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = state.resource;
  if (!resource.is_integration("states", "startExecution") || !resource.waits()) return;
  const auto child = schemas::child_machine(state);
  if (!child.declared || child.type != asl::MachineType::express) return;
  const Span suffix = resource.where(resource.suffix);
  report
      .add(resource.value.stretch(suffix.begin, suffix.end),
           fmt::format("`{}` is an Express workflow, and `{}` cannot wait for its end; call "
                       "`aws-sdk:sfn:startSyncExecution`, or make it Standard",
                       child.declared->name, resource.suffix))
      .note(fmt::format("state machine `{}` is here", child.declared->name), child.declared->place);
}

constexpr Example examples[] = {
    {.title = "an Express workflow of the same template",
     .text =
         R"({"Resources": {"Parent": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {
   "StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution«.sync:2»",
     "Parameters": {"StateMachineArn": {"Ref": "Child"}}, "End": true}}}}},
 "Child": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"StateMachineType": "EXPRESS",
   "DefinitionString": "{}"}}}})",
     .file = "template.json"},
    {.title = "a Standard one",
     .text =
         R"({"Resources": {"Parent": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {
   "StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
     "Parameters": {"StateMachineArn": {"Ref": "Child"}}, "End": true}}}}},
 "Child": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{}"}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "service/express-child",
    .severity = Severity::warning,
    .summary = "a `.sync` call that waits for an Express workflow",
    .why =
        "To wait, Step Functions looks the execution up, and executions of Express workflows cannot be "
        "looked "
        "up: `DescribeExecution` does not support them. The state does not get the result.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html",
    .examples = examples,
    .about = {.call = "states:startExecution"},
    .state = check,
};

}  // namespace sfn::rules::service::express_child
