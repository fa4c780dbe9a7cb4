// What JSONPath has as path/path-inside-text. A warning: the text is accepted and sent as it is.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/jsonata/quoted.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/payload.h"
#include "rules/jsonata/shared/parsed.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::expression_inside_text {

namespace {

using asl::Expression;
using asl::jsonata::NodeIndex;
using asl::jsonata::NodeKind;

std::vector<Span> stretches(std::string_view text) {
  auto found = asl::path::embedded_states(text);
  const auto paths = asl::path::embedded(text);
  found.insert(found.end(), paths.begin(), paths.end());
  std::sort(found.begin(), found.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return found;
}

std::string_view part(std::string_view text, size_t begin, size_t end) {
  return text.substr(begin, end - begin);
}

// `'s3://' & $states.input.bucket`; empty where a part cannot be told in JSONata.
std::string joined(std::string_view text, const std::vector<Span>& found) {
  std::string out;
  const auto append = [&](const std::string& one) { out += (out.empty() ? "" : " & ") + one; };
  size_t at = 0;
  for (const Span& span : found) {
    if (span.begin > at) append(asl::jsonata::quoted(part(text, at, span.begin)));
    const std::string_view written = part(text, span.begin, span.end);
    const auto path =
        written.starts_with("$states") ? std::optional(std::string(written)) : as_jsonata(written);
    if (!path) return {};
    append(*path);
    at = span.end;
  }
  if (at < text.size()) append(asl::jsonata::quoted(text.substr(at)));
  return out;
}

std::string message(std::string_view text, Span found) {
  return fmt::format(
      "`{}` is sent as text; an expression is a whole string, from `{{%` to `%}}`, and joins texts with `&`",
      part(text, found.begin, found.end));
}

void check_text(const Expression& expression, Report& report) {
  const Value value = expression.value;
  const std::string_view text = value.text();
  if (expression.dollar_key() || text.find("{%") != text.npos || text.find("%}") != text.npos) return;
  if (asl::intrinsic::begins_as_call(text)) return;  // jsonata/jsonpath-text
  const auto found = stretches(text);
  if (found.empty()) return;
  Diagnostic& diagnostic = report.add(value.place(), message(text, found.front()));
  if (const std::string whole = joined(text, found); !whole.empty())
    diagnostic.offer_unsafe("write it as an expression", set_value(value, delimited(whole)));
}

// A string inside an expression is no better.
void check_strings(const Expression& expression, const asl::jsonata::Tree& tree, Report& report) {
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree[node].kind != NodeKind::string) continue;
    const std::string_view text = tree.text(node);
    const auto found = asl::path::embedded_states(text);
    if (found.empty()) continue;
    const size_t begin = tree[node].begin;
    report.add(
        expression.at(begin + found.front().begin, begin + found.front().end),
        fmt::format("`{}` is not evaluated inside a string; close the string and join the parts with `&`",
                    part(text, found.front().begin, found.front().end)));
  }
}

void check(const Expression& expression, Report& report) {
  if (expression.is(asl::ExpressionKind::text)) return check_text(expression, report);
  if (const auto* tree = sound_tree(expression)) check_strings(expression, *tree, report);
}

constexpr Example examples[] = {
    {"in a URL",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": «"s3://$states.input.bucket/x"»}, "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% 's3://' & $states.input.bucket & '/x' %}"}, "End": true})json"},
    {"next to an apostrophe",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": «"it's $states.input.n"»}, "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% \"it's \" & $states.input.n %}"}, "End": true})json"},
    {"as the whole text",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": «"$states.input.bucket"»}, "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% $states.input.bucket %}"}, "End": true})json"},
    {"paths of JSONPath",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": «"s3://$.bucket/$.key"»}, "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% 's3://' & $states.input.bucket & '/' & $states.input.key %}"}, "End": true})json"},
    {"in a string of an expression",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 's3://«$states.input.bucket»/x' %}", "End": true})json"},
    {"joined",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 's3://' & $states.input.bucket %}", "End": true})json"},
    {"texts",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "$HOME", "b": "costs $1.50", "c": "States.Format('{}', $.a)"}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-inside-string", "ecs/token-literal",
                                          "service/callback-token-missing", "jsonata/condition-type",
                                          "jsonata/items-type"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/expression-inside-text",
    .severity = Severity::warning,
    .summary = "text that contains an expression without its delimiters",
    .why =
        "Only a string that starts with `{%` and ends with `%}` is evaluated; inside it, `&` joins texts. "
        "Any other text is sent literally: the service receives `s3://$states.input.bucket`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::expression_inside_text
