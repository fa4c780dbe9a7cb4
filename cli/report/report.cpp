#include "cli/report/report.h"

#include <fmt/core.h>

#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

constexpr Format formats[] = {
    {"text", make_text_reporter, true, true},       {"json", make_json_reporter, true, false},
    {"sarif", make_sarif_reporter, false, false},   {"github", make_github_reporter, false, true},
    {"gitlab", make_gitlab_reporter, false, false}, {"junit", make_junit_reporter, false, false},
};

}  // namespace

std::vector<std::string> report_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

const Format* find_format(std::string_view name) {
  for (const Format& format : formats)
    if (format.name == name) return &format;
  return nullptr;
}

std::unique_ptr<Reporter> make_reporter(std::string_view name, const Look& look) {
  const Format* format = find_format(name);
  return format ? format->make(look) : nullptr;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return {};
}

std::string message_text(const Finding& finding) {
  return printable(finding.message) + resource_text(finding);
}

std::string resource_text(const Finding& finding) {
  if (finding.resource.empty()) return "";
  const std::string state = finding.state.empty() ? "" : fmt::format(", state {}", finding.state);
  return fmt::format(" (in {})", printable(finding.resource + state));
}

std::string message_text(const FindingNote& note) {
  const std::string message = printable(note.message);
  if (!note.range) return "note: " + message;
  return fmt::format("{}:{}:{}: note: {}", printable(note.range->file), note.range->start.line,
                     note.range->start.column, message);
}

std::string message_text(const FindingFix& fix) {
  return (fix.safety == Safety::safe ? "fix: " : "unsafe fix: ") + printable(fix.title);
}

void Summary::count(const Finding& finding) {
  ++(finding.severity == Severity::error ? errors : finding.severity == Severity::warning ? warnings : infos);
  ++by_rule[finding.rule->id];
  if (finding.fix) ++(finding.fix->safety == Safety::safe ? fixable : fixable_unsafe);
}

}  // namespace sfn::cli
