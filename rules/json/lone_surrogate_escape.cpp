#include <fmt/core.h>

#include "lint/document.h"
#include "lint/json/string.h"
#include "lint/rule.h"

namespace sfn::rules::json::lone_surrogate_escape {

namespace {

constexpr size_t escape_bytes = 6;  // \uD83D

// An escape of one half; a whole pair is a unit of twice as many bytes.
bool is_lone(std::string_view raw, size_t at, const sfn::json::Unit& unit) {
  if (unit.raw != escape_bytes || raw[at] != '\\') return false;
  const char first = raw[at + 2], second = raw[at + 3];
  return (first == 'd' || first == 'D') && (second >= '8');  // D8 to DF
}

std::string_view between_quotes(const Document& document, Span span) {
  if (span.end - span.begin < 2) return {};
  return document.text().substr(span.begin + 1, span.end - span.begin - 2);
}

void check_text(std::string_view raw, Value value, bool key, Report& report) {
  size_t decoded = 0;
  for (size_t at = 0; at < raw.size();) {
    const sfn::json::Unit unit = sfn::json::unit_at(raw, at);
    const size_t end = decoded + unit.decoded;
    if (is_lone(raw, at, unit))
      report.add(key ? value.key_stretch(decoded, end) : value.stretch(decoded, end),
                 fmt::format("`{}` is half of a surrogate pair, and its other half is missing",
                             raw.substr(at, unit.raw)));
    at += unit.raw;
    decoded = end;
  }
}

void check(const Document& document, Report& report) {
  if (document.source_map().language() != "JSON") return;  // YAML has no such escapes
  const std::string_view text = document.text();
  if (text.find("\\ud") == std::string_view::npos && text.find("\\uD") == std::string_view::npos) return;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    check_text(between_quotes(document, document.node(id).key), value, true, report);
    if (value.is_string())
      check_text(between_quotes(document, document.node(id).value), value, false, report);
  }
}

constexpr Example examples[] = {
    {"half a character", R"({"Type": "Succeed", "Comment": "x«\uD83D»y"})"},
    {"the other half", R"({"Type": "Succeed", "Comment": "«\ude00»"})"},
    {"a whole character", R"({"Type": "Succeed", "Comment": "\uD83D\uDE00"})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/lone-surrogate-escape",
    .severity = Severity::warning,
    .summary = "an escape for half of a surrogate pair",
    .why =
        "A character above U+FFFF is written as two `\\u` escapes. One of them without the other is not a "
        "character: parsers replace it or refuse the text.",
    .see = "https://www.rfc-editor.org/rfc/rfc8259#section-8.2",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::lone_surrogate_escape
