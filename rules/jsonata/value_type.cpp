// What the expression itself tells is the matter of jsonata/constant-type; here it is the data that it reads.
#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "rules/jsonata/shared/wanted.h"
#include "schemas/results.h"

namespace sfn::rules::jsonata::value_type {

namespace {

asl::intrinsic::Kinds accepted(const asl::Expression& expression) {
  auto kinds = static_cast<asl::intrinsic::Kinds>(wanted_kind(expression));
  if (expression.field->content == asl::Content::items && takes_object_items(expression))
    kinds |= asl::intrinsic::object;
  return kinds;
}

void check(const asl::Expression& expression, Report& report) {
  if (!expression.state() || !is_whole_value(expression) ||
      wanted_kind(expression) == asl::jsonata::ValueKind::unknown)
    return;
  const asl::Machine& machine = expression.state()->machine();
  const auto& flow = machine.derive<schemas::DataFlow>();
  const auto type = flow.value(expression.value);
  if (!type || flow.types().can_be(*type, accepted(expression))) return;
  Diagnostic& found =
      report.add(expression.at(0, expression.jsonata()->tree.text().size()),
                 fmt::format("`{}` must be {}, but what this expression reads is {}", expression.field->name,
                             asl::jsonata::describe(wanted_kind(expression)),
                             asl::types::describe(flow.types(), *type)));
  asl::types::note_maker(machine, flow.types(), *type, found);
}

constexpr Example examples[] = {
    {"an exit code as a condition",
     R"json({"StartAt": "Run", "QueryLanguage": "JSONata", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"TaskDefinition": "web:7"},
  "Output": {"exit": "{% $states.result.Containers[0].ExitCode %}"}, "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "Done", "Choices": [{"Condition": "{%« $states.input.exit »%}", "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json"},
    {"a string as a number of seconds",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Output": {"delay": "30"}, "Next": "Wait"},
 "Wait": {"Type": "Wait", "Seconds": "{%« $states.input.delay »%}", "End": true}}})json"},
    {"values that fit, and one that may be anything",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Output": {"delay": 30, "go": true, "x": "{% $states.input.x %}"}, "Next": "Wait"},
 "Wait": {"Type": "Wait", "Seconds": "{% $states.input.delay %}", "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "Done", "Choices": [{"Condition": "{% $states.input.go %}", "Next": "Done"},
  {"Condition": "{% $states.input.x %}", "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json"},
};

constexpr std::string_view yields[] = {"jsonata/constant-type"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/value-type",
    .severity = Severity::warning,
    .summary = "an expression that reads a value of a type that its field cannot take",
    .why =
        "The state fails when it runs, with `States.QueryEvaluationError`: the expression `returned an "
        "unexpected result type`. JSONata fields take a boolean, a number or an array as it is, and convert "
        "nothing.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .yields_to = yields,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::value_type
