// GitLab's Code Quality report: an array of issues in the form of Code Climate.
#include <fmt/core.h>

#include "cli/report/fingerprint.h"
#include "cli/report/json_writer.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"

namespace sfn::cli {

namespace {

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "critical";
    case Severity::warning:
      return "major";
    case Severity::info:
      return "info";
  }
  return {};
}

class GitlabReporter : public Reporter {
 public:
  GitlabReporter() { json_.open_array(); }

  void file(std::string_view path, const std::vector<Finding>& findings, std::string& out) override {
    Fingerprints fingerprints(path);
    for (const Finding& finding : findings) {
      write(finding, fingerprints.next(finding));
      json_.pass_on(out);
      out += '\n';  // white space in the array, so that an issue is a line
    }
  }

  void end(const Summary&, std::string& out) override {
    json_.close_array();
    json_.pass_on(out);
    out += '\n';
  }

 private:
  void write(const Finding& finding, std::string_view fingerprint) {
    json_.open_object();
    json_.text("description", message_text(finding));
    json_.text("check_name", finding.rule->id);
    if (!finding.page.empty()) write_content(finding);
    json_.text("fingerprint", fingerprint);
    json_.text("severity", gitlab_severity(finding.severity));
    json_.open_object("location");
    json_.text("path", from_here(finding.range.file));
    json_.open_object("positions");
    write("begin", finding.range.start);
    write("end", finding.range.end);
    json_.close_object();
    json_.close_object();
    json_.close_object();
  }

  // In Markdown.
  void write_content(const Finding& finding) {
    json_.open_object("content");
    json_.text("body", fmt::format("See [`{}`]({}).", finding.rule->id, finding.page));
    json_.close_object();
  }

  void write(const char* key, Position position) {
    json_.open_object(key);
    json_.number("line", position.line);
    json_.number("column", position.column);
    json_.close_object();
  }

  JsonWriter json_;
};

}  // namespace

std::unique_ptr<Reporter> make_gitlab_reporter(const Look&) { return std::make_unique<GitlabReporter>(); }

}  // namespace sfn::cli
