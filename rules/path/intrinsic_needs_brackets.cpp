#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_needs_brackets {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::needs_brackets, report);
}

constexpr Example examples[] = {
    {"a hyphen",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.«my-id»)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $['my-id'])"}, "End": true})json"},
    {"in brackets",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $['my-id'])"}, "End": true})json"},
    {"letters of any script",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.größe)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-needs-brackets",
    .severity = Severity::error,
    .summary = "a name with special characters that needs brackets inside a call",
    .why =
        "In an argument of an intrinsic function a name after a dot can contain only letters, digits and "
        "underscores. Any other name needs brackets: `$['my-id']`. Outside of functions Step Functions "
        "accepts `$.my-id`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_needs_brackets
