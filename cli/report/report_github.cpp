// Workflow commands of GitHub Actions: the runner makes an annotation of each line. Escaped as GitHub's
// toolkit does; the runner undoes that and nothing else.
#include <fmt/core.h>

#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"

namespace sfn::cli {

namespace {

// `printable` leaves no line break, so that this is all that the toolkit escapes.
std::string command_data(std::string_view shown) {
  std::string escaped;
  for (const char c : shown) escaped += c == '%' ? "%25" : std::string(1, c);
  return escaped;
}

// Line breaks, which a file's name may hold, have an escape here: the name stays the file's own.
std::string property(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const Glyph glyph = first_glyph(text);
    if (std::string_view("%\r\n:,").find(text[0]) != std::string_view::npos)
      escaped += fmt::format("%{:02X}", static_cast<unsigned>(text[0]));
    else escaped += glyph.shown;
    text.remove_prefix(glyph.bytes);
  }
  return escaped;
}

std::string_view command(Severity severity) { return severity == Severity::info ? "notice" : name(severity); }

// A mark that ends with a line break ends before the next line.
uint32_t last_line(const Range& range) {
  const bool breaks = range.end.column == 1 && range.end.line > range.start.line;
  return range.end.line - (breaks ? 1 : 0);
}

// The runner drops columns that are given for more than one line.
std::string annotated_place(const Range& range) {
  std::string place = fmt::format("file={},line={},endLine={}", property(from_here(range.file)),
                                  range.start.line, last_line(range));
  if (range.start.line == range.end.line)
    place += fmt::format(",col={},endColumn={}", range.start.column, range.end.column);
  return place;
}

class GithubReporter : public Reporter {
 public:
  void file(std::string_view, const std::vector<Finding>& findings, std::string& out) override {
    for (const Finding& finding : findings) print(finding, out);
  }

  void failure(std::string_view path, std::string_view reason, std::string& out) override {
    out += fmt::format("::error file={},title=sfn-lint::{}\n", property(from_here(path)),
                       command_data(printable(reason)));
  }

  void end(const Summary&, std::string&) override {}

 private:
  static void print(const Finding& finding, std::string& out) {
    out += fmt::format("::{} {},title={}::{}", command(finding.severity), annotated_place(finding.range),
                       property(finding.rule->id), command_data(message_text(finding)));
    for (const FindingNote& note : finding.notes) out += "%0A" + command_data(message_text(note));
    if (finding.fix) out += "%0A" + command_data(message_text(*finding.fix));
    out += '\n';
  }
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(const Look&) { return std::make_unique<GithubReporter>(); }

}  // namespace sfn::cli
