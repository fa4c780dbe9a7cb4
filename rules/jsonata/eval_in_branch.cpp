// Where the call may never be evaluated.
#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::eval_in_branch {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_eval(expression, Evaluated::maybe, report);
}

constexpr Example examples[] = {
    {"after a condition",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.raw ? «$eval»($states.input.raw) : 0 %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.raw ? $parse($states.input.raw) : 0 %}", "End": true})json"},
    {"in a body of a function",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $map($states.input.rows, function($row) { «$eval»($row) }) %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $map($states.input.rows, function($row) { $parse($row) }) %}", "End": true})json"},
    {"always evaluated: jsonata/eval-unsupported",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $eval($states.input.raw) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/eval-in-branch",
    .severity = Severity::warning,
    .summary =
        "a call of `$eval`, which Step Functions does not support, in a part that is not always evaluated",
    .why =
        "Step Functions supports all functions of JSONata except `$eval`. Whenever the call is evaluated, "
        "the state fails with `States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::eval_in_branch
