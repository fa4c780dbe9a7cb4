// A warning: Jayway trims a path.
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::whitespace {

namespace {

template <typename Parsed>
void check_parsed(const asl::Expression& expression, const Parsed* parsed, Report& report) {
  if (!parsed || parsed->fault || !parsed->outer_blank) return;
  const auto& blank = *parsed->outer_blank;
  Diagnostic& found = report.add(expression.at(blank.span), blank.message);
  if (blank.repair) found.offer("remove the whitespace", change(expression, *blank.repair));
}

void check(const asl::Expression& expression, Report& report) {
  if (misplaced_call(expression)) return;
  check_parsed(expression, expression.path(), report);
  check_parsed(expression, expression.intrinsic(), report);
}

constexpr Example examples[] = {
    {"after a path", R"json({"Type": "Pass", "Parameters": {"a.$": "$.a« »"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})json"},
    {"no whitespace", R"json({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/whitespace",
    .severity = Severity::warning,
    .summary = "whitespace around a path or a call",
    .why =
        "Some tools trim it and some do not. One that does not may take the blank for part of the last "
        "name.",
    .see = "https://states-language.net/spec.html#path",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::whitespace
