// Where nothing is recorded from AWS: `}` without `{`, and `{name}`.
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::format_lone_brace {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::lone_braces, report);
}

constexpr Example examples[] = {
    {"a brace that closes nothing",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}«}»', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}\\}', $.a)"}, "End": true})json"},
    {"a name in braces",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{} «{»name}', $.a)"}, "End": true})json"},
    {"escaped",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('\\{\"a\": {}\\}', $.a)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/format-lone-brace",
    .severity = Severity::warning,
    .summary = "a brace in the text of a `States.Format` that is neither escaped nor part of a placeholder",
    .why =
        "In the text of `States.Format` a brace must belong to a placeholder `{}`; others are written `\\{` "
        "and `\\}`. AWS documents an unescaped brace as an error, and the state may fail when it runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::format_lone_brace
