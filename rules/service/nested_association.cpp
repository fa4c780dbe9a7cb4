#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::nested_association {

namespace {

constexpr std::string_view link = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

void check(const asl::State& state, Report& report) {
  if (!asl::resource(state).is_integration("states", "startExecution")) return;
  const Value arguments = state.arguments();
  const asl::Parameter input = asl::parameter(arguments, "Input", state.language);
  if (!arguments.is_object() || arguments.open() || input.unknown() || input.value.open()) return;
  if (input && !input.value.is_object()) return;
  if (asl::parameter(input.value, link, state.language)) return;
  report.add(input ? input.key() : arguments.label(),
             "the console does not link the nested execution to this one; add "
             "`AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID` to `Input`");
}

constexpr Example examples[] = {
    {"an input without the link",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "m", «"Input"»: {"id.$": "$.id"}}, "End": true})"},
    {"with the link",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters":
 {"StateMachineArn": "m", "Input": {"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"}},
 "End": true})"},
    {"an input that is known at run time only",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
 "Parameters": {"StateMachineArn": "m", "Input.$": "$"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/nested-association",
    .severity = Severity::info,
    .summary = "a nested execution that is not linked to the one that starts it",
    .why =
        "With `\"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$\": \"$$.Execution.Id\"` in `Input` the console "
        "shows which execution started which.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-nested-workflows.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::nested_association
