#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_nesting {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::too_deep, report);
}

constexpr Example examples[] = {
    {"eleven levels",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(«States.Array»(1)))))))))))"}, "End": true})json"},
    {"ten levels",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(1))))))))))"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-nesting",
    .severity = Severity::error,
    .summary = "intrinsic functions that are nested too deeply",
    .why =
        "AWS allows up to 10 nested intrinsic functions in a field. Compute the inner ones in a Pass state "
        "before this one.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_nesting
