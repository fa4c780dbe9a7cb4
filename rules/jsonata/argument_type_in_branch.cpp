// Argument kinds, for literals alone, where the call may never be evaluated.
#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::argument_type_in_branch {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_argument_type(expression, Evaluated::maybe, report);
}

constexpr Example examples[] = {
    {"in one of two branches",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n > 1 ? $range(1, «'5'», 1) : [] %}", "End": true})json"},
    {"always evaluated: jsonata/argument-type",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $range(1, '5', 1) %}", "End": true})json"},
    {"the right kinds",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n > 1 ? $range(1, 5, 1) : [] %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/argument-type-in-branch",
    .severity = Severity::warning,
    .summary =
        "a literal of a type that the function does not accept, in a part that is not always evaluated",
    .why =
        "Functions check the types of their arguments: whenever the call is evaluated, the state fails with "
        "`States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::argument_type_in_branch
