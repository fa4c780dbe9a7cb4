#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::eval_unsupported {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_eval(expression, Evaluated::surely, report);
}

constexpr Example examples[] = {
    {"JSON in a string",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$eval»($states.input.body) %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $parse($states.input.body) %}", "End": true})json"},
    {"a function of that name",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($eval := function($x) { $x }; $eval(1)) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/eval-unsupported",
    .severity = Severity::error,
    .summary = "a call of `$eval`, which Step Functions does not support",
    .why =
        "Step Functions supports all functions of JSONata except `$eval`; the state fails when it runs, "
        "with `States.QueryEvaluationError`. To read JSON from a string, use its own function `$parse`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::eval_unsupported
