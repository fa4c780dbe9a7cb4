// Recorded from AWS: "Invalid template in States.Format: matching '}' not found for '{'".
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::format_unescaped_brace {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::unclosed_braces, report);
}

constexpr Example examples[] = {
    {"JSON in the text",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('«{»\"a\": {}}', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('\\{\"a\": {}\\}', $.a)"}, "End": true})json"},
    {"escaped once too often",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{} is \\\\«{» a \\\\}', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{} is \\{ a \\}', $.a)"}, "End": true})json"},
    {"a name in braces: path/format-lone-brace",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{a}', $.a)"}, "End": true})json"},
    {"escaped",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('\\{\"a\": {}\\}', $.a)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/format-unescaped-brace",
    .severity = Severity::error,
    .summary = "a brace in a text of States.Format that nothing closes",
    .why =
        "The state fails when it runs: `Invalid template in States.Format: matching '}' not found for '{'`. "
        "There a brace belongs to a placeholder `{}`; others are written `\\{` and `\\}`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::format_unescaped_brace
