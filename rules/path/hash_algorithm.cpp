#include "rules/path/shared/parts.h"

namespace sfn::rules::path::hash_algorithm {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::hash_algorithm, report);
}

constexpr Example examples[] = {
    {"without the hyphen",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Hash($.a, '«SHA256»')"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Hash($.a, 'SHA-256')"}, "End": true})json"},
    {"an algorithm that exists",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Hash($.a, 'SHA-256')"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/hash-algorithm",
    .severity = Severity::error,
    .summary = "an algorithm that `States.Hash` does not support",
    .why =
        "`States.Hash` supports MD5, SHA-1, SHA-256, SHA-384 and SHA-512, in exactly this spelling. With "
        "any other name the state fails when it runs, with `States.IntrinsicFailure`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::hash_algorithm
