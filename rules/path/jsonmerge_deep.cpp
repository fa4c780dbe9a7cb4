#include "rules/path/shared/parts.h"

namespace sfn::rules::path::jsonmerge_deep {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::deep_merge, report);
}

constexpr Example examples[] = {
    {"deep",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.JsonMerge($.a, $.b, «true»)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.JsonMerge($.a, $.b, false)"}, "End": true})json"},
    {"shallow",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.JsonMerge($.a, $.b, false)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/jsonmerge-deep",
    .severity = Severity::error,
    .summary = "a `States.JsonMerge` that asks for a deep merge",
    .why =
        "Step Functions merges only the first level, so the third argument must be `false`. The "
        "specification describes deep merging, but AWS refuses it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::jsonmerge_deep
