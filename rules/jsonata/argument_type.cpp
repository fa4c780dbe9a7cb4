// Argument kinds, for literals alone.
#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::argument_type {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_argument_type(expression, Evaluated::surely, report);
}

constexpr Example examples[] = {
    {"text where a number belongs",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $range(1, «'5'», 1) %}", "End": true})json"},
    {"a number where text belongs",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $parse(«5») %}", "End": true})json"},
    {"values that are not known before the execution",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $range(1, $states.input.n, 1) %}", "End": true})json"},
    {"the right kinds",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $substring('abc', -2, 1) & $string(5) & $join(['a'], ',') %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/argument-type",
    .severity = Severity::error,
    .summary = "a literal of a type that the function does not accept",
    .why =
        "Functions check the types of their arguments, and the state fails when it runs, with "
        "`States.QueryEvaluationError` (`T0410: Argument 1 of function \"parse\" does not match function "
        "signature`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::argument_type
