#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_argument_type {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::wrong_kinds, report);
}

constexpr Example examples[] = {
    {"a string instead of an array",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayLength(«'abc'»)"}, "End": true})json"},
    {"a number in apostrophes",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayGetItem($.a, «'0'»)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayGetItem($.a, 0)"}, "End": true})json"},
    {"a nested call that returns something else",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayLength(«States.UUID»())"}, "End": true})json"},
    {"a path can be anything",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayLength($.list)"}, "End": true})json"},
    {"a nested call that fits",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayLength(States.Array(1, 2))"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-argument-type",
    .severity = Severity::error,
    .summary = "an argument of a type that the function does not accept",
    .why =
        "Intrinsic functions accept only the types that they document and convert nothing. The state fails "
        "when it runs, with `States.IntrinsicFailure`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_argument_type
