#include "cli/report/sarif_rule.h"

#include <fmt/core.h>

#include "cli/report/report.h"
#include "lint/example.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

// How a form of text, plain or Markdown, shows a heading and code.
struct Dress {
  std::string_view heading_begin, heading_end, code_begin, code_end;
};

constexpr Dress plain_text{"", "", "", ""};
constexpr Dress markdown{"**", "**", "```json\n", "\n```"};

std::string block(std::string_view heading, std::string_view code, const Dress& dress) {
  return fmt::format("\n\n{}{}{}\n\n{}{}{}", dress.heading_begin, heading, dress.heading_end,
                     dress.code_begin, code, dress.code_end);
}

// One wrong example and one right one, which is the fix of the first where there is one.
std::string examples(const Rule& rule, const Dress& dress) {
  std::string wrong, right;
  for (const Example& example : rule.examples) {
    const MarkedText marked = unmark(example.text);
    std::string& wanted = marked.marks.empty() ? right : wrong;
    if (!wanted.empty()) continue;
    wanted = block(fmt::format("{}: {}", marked.marks.empty() ? "Right" : "Wrong", example.title),
                   marked.text, dress);
    if (!marked.marks.empty() && !example.fixed.empty() && right.empty())
      right = block("Fixed", example.fixed, dress);
  }
  return wrong + right;
}

std::string sentence(std::string_view summary) {
  std::string sentence = fmt::format("{}.", summary);
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence;
}

void write_text(const char* key, std::string_view text, JsonWriter& json) {
  json.open_object(key);
  json.text("text", text);
  json.close_object();
}

void write_help(const Rule& rule, JsonWriter& json) {
  json.open_object("help");
  json.text("text", fmt::format("{}{}\n\nSee: {}", rule.why, examples(rule, plain_text), rule.see));
  json.text("markdown",
            fmt::format("{}{}\n\n[Documentation]({})", rule.why, examples(rule, markdown), rule.see));
  json.close_object();
}

// What GitHub reads in addition to the standard's own properties.
void write_properties(const Rule& rule, JsonWriter& json) {
  json.open_object("properties");
  json.open_array("tags");
  json.text(rules::family(rule));
  json.close_array();
  json.text("problem.severity", rule.severity == Severity::info ? "recommendation" : name(rule.severity));
  json.close_object();
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

void write_sarif_rule(const Rule& rule, std::string_view page, JsonWriter& json) {
  json.open_object();
  json.text("id", rule.id);
  write_text("shortDescription", sentence(rule.summary), json);
  write_text("fullDescription", rule.why, json);
  write_help(rule, json);
  json.text("helpUri", page.empty() ? rule.see : page);
  json.open_object("defaultConfiguration");
  json.text("level", sarif_level(rule.severity));
  json.close_object();
  write_properties(rule, json);
  json.close_object();
}

}  // namespace sfn::cli
