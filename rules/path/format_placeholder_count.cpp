#include "rules/path/shared/parts.h"

namespace sfn::rules::path::format_placeholder_count {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::placeholder_count, report);
}

constexpr Example examples[] = {
    {"a placeholder too many",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{} «{}»', $.a)"}, "End": true})json"},
    {"an argument too many",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.a, «$.b»)"}, "End": true})json"},
    {"as many as arguments",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{} {}', $.a, $.b)"}, "End": true})json"},
    {"escaped braces do not count",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('\\{\\} {}', $.a)"}, "End": true})json"},
    {"text from the input",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format($.text, $.a)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/format-placeholder-count",
    .severity = Severity::error,
    .summary = "a `States.Format` whose placeholders and arguments differ in number",
    .why =
        "Each `{}` is replaced by one argument. If the numbers differ, the state fails when it runs, with "
        "`States.IntrinsicFailure`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::format_placeholder_count
