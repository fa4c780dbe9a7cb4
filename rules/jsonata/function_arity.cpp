#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::function_arity {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_arity(expression, Evaluated::surely, report);
}

constexpr Example examples[] = {
    {"too few for a function of Step Functions",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$hash»($states.input.id) %}", "End": true})json"},
    {"too many",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$uppercase»('a', 'b') %}", "End": true})json"},
    {"with the argument that `~>` passes",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id ~> «$hash»() %}", "End": true})json"},
    {"as many as there are parameters",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($states.input.id ~> $hash('SHA-256')) & $uuid() & $range(1, 5, 1) %}", "End": true})json"},
    {"a function of the expression itself",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($hash := function($x) { $x }; $hash(1)) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/function-arity",
    .severity = Severity::error,
    .summary = "a function with too few or too many arguments",
    .why =
        "Functions check their arguments, and the state fails when it runs, with "
        "`States.QueryEvaluationError` (`T0410: Argument 2 of function \"hash\" does not match function "
        "signature`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::function_arity
