#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::hash_algorithm_in_branch {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_hash_algorithm(expression, Evaluated::maybe, report);
}

constexpr Example examples[] = {
    {"in a step",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.rows.$hash(id, «'sha256'») %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.rows.$hash(id, 'SHA-256') %}", "End": true})json"},
    {"always evaluated: jsonata/hash-algorithm",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', 'sha256') %}", "End": true})json"},
    {"an algorithm",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id ? $hash($states.input.id, 'MD5') : '' %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/hash-algorithm-in-branch",
    .severity = Severity::warning,
    .summary = "an algorithm that `$hash` does not support, in a part that is not always evaluated",
    .why =
        "`$hash` supports `MD5`, `SHA-1`, `SHA-256`, `SHA-384` and `SHA-512`, in exactly this spelling. With "
        "any other name the state fails with `States.QueryEvaluationError` whenever the call is evaluated.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::hash_algorithm_in_branch
