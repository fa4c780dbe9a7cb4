// JUnit's XML, as Jenkins and GitLab read it: a suite a file, a case a finding, since both take the first
// failure of a case alone. Written by hand: it is never read back, and nothing but five characters is to be
// escaped.
#include <fmt/core.h>

#include <map>

#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"

namespace sfn::cli {

namespace {

// Text without what XML 1.0 cannot hold: `printable` has shown it escaped. A line break stays in content.
std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        xml += c;
    }
  return xml;
}

std::string attribute(std::string_view text) { return escaped(printable(text)); }

// Both hosts compare cases of two runs by name: no line in it, and none twice in a suite.
class Names {
 public:
  std::string next(const Finding& finding) {
    std::string name(finding.rule->id);
    for (const std::string& part : {finding.resource, finding.pointer})
      if (!part.empty()) name += " " + part;
    const size_t number = ++seen_[name];
    return number == 1 ? name : fmt::format("{} #{}", name, number);
  }

 private:
  std::map<std::string, size_t> seen_;
};

class JunitReporter : public Reporter {
 public:
  void file(std::string_view path, const std::vector<Finding>& findings, std::string& out) override {
    begin(out);
    const std::string file = attribute(from_here(path));
    if (findings.empty()) {
      out += suite(file, 1, 0, 0) +
             fmt::format("    <testcase name=\"{0}\" classname=\"{0}\" file=\"{0}\"/>\n", file);
    } else {
      size_t advice = 0;
      for (const Finding& finding : findings) advice += finding.severity == Severity::info;
      out += suite(file, findings.size(), findings.size() - advice, advice);
      Names names;
      for (const Finding& finding : findings) print(finding, names.next(finding), file, out);
    }
    out += "  </testsuite>\n";
  }

  void failure(std::string_view path, std::string_view reason, std::string& out) override {
    begin(out);
    const std::string file = attribute(from_here(path)), text = attribute(reason);
    out += fmt::format(
        "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
        "    <testcase name=\"sfn-lint\" classname=\"{0}\" file=\"{0}\">\n"
        "      <error message=\"{1}\">{1}</error>\n    </testcase>\n  </testsuite>\n",
        file, text);
  }

  void end(const Summary&, std::string& out) override {
    begin(out);
    out += "</testsuites>\n";
  }

 private:
  void begin(std::string& out) {
    if (!begun_) out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sfn-lint\">\n";
    begun_ = true;
  }

  static std::string suite(std::string_view file, size_t tests, size_t failures, size_t skipped) {
    return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                       file, tests, failures, skipped);
  }

  // Advice is skipped: of a case that passed neither host shows a text.
  void print(const Finding& finding, std::string_view name, std::string_view file, std::string& out) {
    const bool advice = finding.severity == Severity::info;
    out +=
        fmt::format("    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\">\n", attribute(name),
                    file, attribute(from_here(finding.range.file)), finding.range.start.line);
    out += fmt::format("      <{} message=\"{}\"", advice ? "skipped" : "failure",
                       escaped(message_text(finding)));
    if (!advice) out += fmt::format(" type=\"{}\"", cli::name(finding.severity));
    out += fmt::format(">{}</{}>\n    </testcase>\n", escaped(body(finding)), advice ? "skipped" : "failure");
  }

  // GitLab shows this alone, so that it says all.
  std::string body(const Finding& finding) {
    std::string text = "\n";
    text_->file(finding.range.file, {finding}, text);
    if (!finding.page.empty()) text += "      rule: " + finding.page + "\n";
    return text + "      see: " + std::string(finding.rule->see) + "\n";
  }

  std::unique_ptr<Reporter> text_ = make_text_reporter({});
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(const Look&) { return std::make_unique<JunitReporter>(); }

}  // namespace sfn::cli
