#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::jsonata::operand_type {

namespace {

using asl::types::WrongOperand;

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const WrongOperand& wrong : flow.facts().wrong_operands) {
    const Place place = wrong.expression->at(wrong.span);
    const std::string_view text = wrong.expression->value.text().substr(place.begin, place.end - place.begin);
    const bool is_text = flow.types().kinds(wrong.type) == asl::intrinsic::string;
    Diagnostic& found = report.add(place, fmt::format("`{}` needs a number, but `{}` is {}", wrong.op, text,
                                                      asl::types::describe(flow.types(), wrong.type)));
    if (is_text)
      found.offer_unsafe("convert it to a number", replace_text(place, fmt::format("$number({})", text)));
    asl::types::note_maker(machine, flow.types(), wrong.type, found);
  }
}

constexpr Example examples[] = {
    {"a value that the service returns as text",
     R"json({"StartAt": "Run", "QueryLanguage": "JSONata", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"TaskDefinition": "web:7"},
  "Output": {"cpu": "{% «$states.result.Cpu» * 2 %}"}, "End": true}}})json",
     R"json({"StartAt": "Run", "QueryLanguage": "JSONata", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"TaskDefinition": "web:7"},
  "Output": {"cpu": "{% $number($states.result.Cpu) * 2 %}"}, "End": true}}})json"},
    {"a string that the definition makes",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Output": {"n": "5"}, "Next": "Use"},
 "Use": {"Type": "Wait", "Seconds": "{% «$states.input.n» + 1 %}", "End": true}}})json",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Output": {"n": "5"}, "Next": "Use"},
 "Use": {"Type": "Wait", "Seconds": "{% $number($states.input.n) + 1 %}", "End": true}}})json"},
    {"numbers, and values that may be numbers",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Output": {"n": 5, "x": "{% $states.input.x %}"}, "Next": "Use"},
 "Use": {"Type": "Wait", "Seconds": "{% $states.input.n + $states.input.x * 2 %}", "End": true}}})json"},
};

constexpr std::string_view yields[] = {"jsonata/argument-type"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/operand-type",
    .severity = Severity::warning,
    .summary = "arithmetic on a value that is never a number",
    .why =
        "JSONata does not convert text to numbers. The state fails when it runs, with "
        "`States.QueryEvaluationError`: `The left side of the \"+\" operator must evaluate to a number`.",
    .see = "https://docs.jsonata.org/numeric-operators",
    .examples = examples,
    .yields_to = yields,
    .machine = check,
};

}  // namespace sfn::rules::jsonata::operand_type
