// For people: the place, the message, the line with a mark below it.
#include <fmt/core.h>

#include <algorithm>

#include "cli/report/frame.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

struct Paint {
  std::string_view bold, red, yellow, blue, green, faint, off;
};

constexpr Paint no_paint{};
constexpr Paint colored{"\x1b[1m",    "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m",
                        "\x1b[1;32m", "\x1b[2m",    "\x1b[0m"};

std::string place(const Range& range) {
  return fmt::format("{}:{}:{}", printable(at_line_begin(range.file)), range.start.line, range.start.column);
}

// A hyperlink of terminals; those that do not know it show the text alone.
std::string hyperlink(std::string_view address, std::string_view text) {
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", address, text);
}

class TextReporter : public Reporter {
 public:
  explicit TextReporter(const Look& look)
      : paint_(look.color ? colored : no_paint), color_(look.color), statistics_(look.statistics) {}

  void file(std::string_view, const std::vector<Finding>& findings, std::string& out) override {
    if (statistics_) return;
    for (const Finding& finding : findings) print(finding, out);
  }

  void end(const Summary& summary, std::string& out) override {
    if (!statistics_) return;
    std::vector<std::pair<std::string_view, size_t>> rows(summary.by_rule.begin(), summary.by_rule.end());
    std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.second > b.second; });
    for (const auto& [id, count] : rows) {
      const Severity severity = rules::find(id)->severity;
      out += fmt::format("{:6}  {}{:8}{}{}\n", count, tint(severity), name(severity), paint_.off, id);
    }
  }

 private:
  std::string_view tint(Severity severity) const {
    switch (severity) {
      case Severity::error:
        return paint_.red;
      case Severity::warning:
        return paint_.yellow;
      case Severity::info:
        return paint_.blue;
    }
    return {};
  }

  std::string shown_id(const Finding& finding) const {
    const std::string_view id = finding.rule->id;
    return color_ && !finding.page.empty() ? hyperlink(finding.page, id) : std::string(id);
  }

  void print(const Finding& finding, std::string& out) const {
    out += fmt::format("{}{}:{} {}{}:{} {} {}[{}]{}{}\n", paint_.bold, place(finding.range), paint_.off,
                       tint(finding.severity), name(finding.severity), paint_.off, printable(finding.message),
                       paint_.faint, shown_id(finding), paint_.off, resource_text(finding));
    out += frame(finding.excerpt, {finding.range.start.line, tint(finding.severity), paint_.off});
    for (const FindingNote& note : finding.notes) print(note, out);
    if (finding.fix)
      out += fmt::format("      {}{}:{} {}\n", paint_.green,
                         finding.fix->safety == Safety::safe ? "fix" : "unsafe fix", paint_.off,
                         printable(finding.fix->title));
  }

  void print(const FindingNote& note, std::string& out) const {
    if (!note.range) {
      out += fmt::format("      {}note:{} {}\n", paint_.blue, paint_.off, printable(note.message));
      return;
    }
    out += fmt::format("{}: {}note:{} {}\n", place(*note.range), paint_.blue, paint_.off,
                       printable(note.message));
    out += frame(note.excerpt, {note.range->start.line, paint_.blue, paint_.off});
  }

  const Paint& paint_;
  bool color_, statistics_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(const Look& look) {
  return std::make_unique<TextReporter>(look);
}

}  // namespace sfn::cli
