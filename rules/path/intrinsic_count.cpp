#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_count {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::too_many_calls, report);
}

constexpr Example examples[] = {
    {"eleven calls side by side",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), «States.UUID»())"}, "End": true})json"},
    {"ten calls",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID(), States.UUID())"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-count",
    .severity = Severity::warning,
    .summary = "more than ten intrinsic functions in one field",
    .why =
        "AWS documents a limit of 10 nested intrinsic functions in one field, but not whether it counts "
        "levels or calls. Compute some of them in a Pass state before this one.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_count
