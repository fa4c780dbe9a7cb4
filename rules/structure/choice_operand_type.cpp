#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::structure::choice_operand_type {

namespace {

using asl::types::NeverTrue;

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const NeverTrue& never : flow.facts().never_true) {
    Diagnostic& found =
        report.add(never.comparison.key(),
                   fmt::format("`{}` never holds, because `{}` is {}", never.comparison.name(),
                               never.variable->value.text(), asl::types::describe(flow.types(), never.type)));
    asl::types::note_maker(machine, flow.types(), never.type, found);
  }
}

constexpr Example examples[] = {
    {"an exit code, which is a number",
     R"json({"StartAt": "Run", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7"}, "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "No", "Choices": [{"Variable": "$.Containers[0].ExitCode", «"StringEquals"»: "0", "Next": "Yes"}]},
 "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail"}}})json"},
    {"a string that the definition makes",
     R"json({"StartAt": "Set", "States": {
 "Set": {"Type": "Pass", "Result": {"done": "true"}, "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "No", "Choices": [{"Variable": "$.done", «"BooleanEquals"»: true, "Next": "Yes"}]},
 "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail"}}})json"},
    {"operators that fit, and a value that may be anything",
     R"json({"StartAt": "Run", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.run", "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "No", "Choices": [{"And": [{"Variable": "$.run.Containers[0].ExitCode", "NumericEquals": 0},
  {"Variable": "$.job", "StringEquals": "a"}, {"Variable": "$.run.StoppedAt", "IsString": true}], "Next": "Yes"}]},
 "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail"}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/choice-operand-type",
    .severity = Severity::warning,
    .summary = "a comparison of a value that never has the type which the operator compares",
    .why =
        "An operator compares values of its own type only. For a value of another type the comparison is "
        "false, "
        "without an error, and the rule of the Choice state is never taken.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::structure::choice_operand_type
