#include <fmt/core.h>

#include "lint/asl/payload.h"
#include "lint/asl/recognise.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::without_dollar {

namespace {

using asl::path::Fault;

// In ErrorPath and CausePath a call of an unknown function is path/unknown-intrinsic.
bool lacks_root(const asl::Expression& expression) {
  if (const auto* path = expression.path())
    return path->fault && path->fault->kind == Fault::Kind::no_root && expression.path_field();
  return misplaced_call(expression) && !expression.value.text().starts_with("States.");
}

// `detail`, `.detail` and `[0]`, with the root that they lack; empty where that is no path.
std::string rooted(std::string_view text) {
  if (text.find_first_of("$'\"{}") != std::string_view::npos && !text.starts_with('[')) return {};
  const bool joined = text.starts_with('.') || text.starts_with('[');
  std::string path = fmt::format("{}{}", joined ? "$" : "$.", text);
  const auto parsed = asl::path::parse(path);
  return parsed && !parsed.outer_blank && asl::path::is_reference(parsed.path) ? path : std::string();
}

void check(const asl::Expression& expression, Report& report) {
  if (!lacks_root(expression) || asl::is_sample_blank(expression.value.text())) return;
  const Value value = expression.value;
  const std::string path = rooted(value.text());
  if (path.empty()) {
    Diagnostic& found =
        report.add(value.place(), fmt::format("`{}` needs a path, and a path begins with `$`", value.name()));
    if (asl::is_jsonata(value)) found.note("an expression in `{% %}` needs `\"QueryLanguage\": \"JSONata\"`");
    return;
  }
  report
      .add(value.place(), fmt::format("`{}` needs a path, and a path begins with `$`; did you mean `{}`?",
                                      value.name(), path))
      .offer_unsafe(fmt::format("write `{}`", path), set_value(value, sfn::json::quote(path)));
}

constexpr Example examples[] = {
    {"a bare name", R"json({"Type": "Pass", "InputPath": «"detail"», "End": true})json",
     R"json({"Type": "Pass", "InputPath": "$.detail", "End": true})json"},
    {"in a choice rule",
     R"json({"Type": "Choice", "Choices": [{"Variable": «"a b"», "IsPresent": true, "Next": "S"}]})json"},
    {"a path", R"json({"Type": "Pass", "InputPath": "$.detail", "End": true})json"},
    {"null", R"json({"Type": "Pass", "InputPath": null, "End": true})json"},
    {"a blank of a sample", R"json({"Type": "Pass", "InputPath": "<path>", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/without-dollar",
    .severity = Severity::error,
    .summary = "a path that does not begin with `$`",
    .why =
        "A path begins with `$` for the data, `$$` for the context object or `$name` for a variable. If a "
        "path field contains anything else, Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::without_dollar
