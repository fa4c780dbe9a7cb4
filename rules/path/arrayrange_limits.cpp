#include "rules/path/shared/parts.h"

namespace sfn::rules::path::arrayrange_limits {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::range_limits, report);
}

constexpr Example examples[] = {
    {"a step of nothing",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayRange(1, 9, «0»)"}, "End": true})json"},
    {"too many elements",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayRange(«0, 5000, 1»)"}, "End": true})json"},
    {"a short range",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayRange(0, 5000, 10)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/arrayrange-limits",
    .severity = Severity::error,
    .summary = "a `States.ArrayRange` with a step of 0 or with too many elements",
    .why =
        "The step of a range cannot be 0, and a range has at most 1000 elements. Otherwise the state fails "
        "when it runs, with `States.IntrinsicFailure`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::arrayrange_limits
