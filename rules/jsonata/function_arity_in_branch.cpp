// Where the call may never be evaluated.
#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::function_arity_in_branch {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_arity(expression, Evaluated::maybe, report);
}

constexpr Example examples[] = {
    {"on the right of `and`",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id and «$hash»($states.input.id) = 'x' %}", "End": true})json"},
    {"in a predicate",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.rows[«$uppercase»(name, 'x') = 'A'] %}", "End": true})json"},
    {"always evaluated: jsonata/function-arity",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash($states.input.id) = 'x' and $states.input.id %}", "End": true})json"},
    {"as many as there are parameters",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id ? $hash($states.input.id, 'MD5') : '' %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/function-arity-in-branch",
    .severity = Severity::warning,
    .summary = "a function with too few or too many arguments in a part that is not always evaluated",
    .why =
        "Functions check their arguments: whenever the call is evaluated, the state fails with "
        "`States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::function_arity_in_branch
