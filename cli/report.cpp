#include "cli/report.h"

namespace sfn::cli {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Reporter> (*make)(const Look&);
};

constexpr Format formats[] = {
    {"text", make_text_reporter},
    {"json", make_json_reporter},
};

}  // namespace

std::vector<std::string> report_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

std::unique_ptr<Reporter> make_reporter(std::string_view name, const Look& look) {
  for (const Format& format : formats)
    if (format.name == name) return format.make(look);
  return nullptr;
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

void Summary::count(const Finding& finding) {
  ++(finding.severity == Severity::error ? errors : finding.severity == Severity::warning ? warnings : infos);
  ++by_rule[finding.rule->id];
  if (finding.fix) ++(finding.fix->safety == Safety::safe ? fixable : fixable_unsafe);
}

}  // namespace sfn::cli
