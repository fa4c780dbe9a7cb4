#include "rules/path/shared/parts.h"

namespace sfn::rules::path::mathadd_range {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::math_range, report);
}

constexpr Example examples[] = {
    {"past 32 bits",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.MathAdd($.n, «3000000000»)"}, "End": true})json"},
    {"within them",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.MathAdd($.n, -1)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/mathadd-range",
    .severity = Severity::error,
    .summary = "a number outside the range of `States.MathAdd`",
    .why =
        "`States.MathAdd` accepts integers from -2147483648 to 2147483647. With any other number the state "
        "fails when it runs, with `States.IntrinsicFailure`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::mathadd_range
