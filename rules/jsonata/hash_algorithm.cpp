#include "rules/jsonata/shared/call_faults.h"

namespace sfn::rules::jsonata::hash_algorithm {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_hash_algorithm(expression, Evaluated::surely, report);
}

constexpr Example examples[] = {
    {"another spelling",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', «'sha256'») %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', 'SHA-256') %}", "End": true})json"},
    {"an algorithm",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $hash('a', 'MD5') & $hash('a', $states.input.kind) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/hash-algorithm",
    .severity = Severity::error,
    .summary = "an algorithm that `$hash` does not support",
    .why =
        "`$hash` supports `MD5`, `SHA-1`, `SHA-256`, `SHA-384` and `SHA-512`, in exactly this spelling. "
        "With any other name the state fails when it runs, with `States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::hash_algorithm
