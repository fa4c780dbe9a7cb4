#include "rules/path/shared/parts.h"

namespace sfn::rules::path::arraypartition_size {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::chunk_size, report);
}

constexpr Example examples[] = {
    {"chunks of size 0",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayPartition($.a, «0»)"}, "End": true})json"},
    {"chunks of four",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayPartition($.a, 4)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/arraypartition-size",
    .severity = Severity::error,
    .summary = "a chunk size that `States.ArrayPartition` does not accept",
    .why =
        "A chunk holds at least one element. With a size below 1 the state fails when it runs, with "
        "`States.IntrinsicFailure`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::arraypartition_size
