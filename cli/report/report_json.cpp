// For programs; design.md calls the form a contract: fields may be added, none goes or changes its meaning.
#include "cli/report/json_writer.h"
#include "cli/report/report.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(const Look& look) : statistics_(look.statistics) {
    json_.open_object();
    json_.number("version", 1);
    json_.open_array("diagnostics");
  }

  void file(std::string_view, const std::vector<Finding>& findings, std::string& out) override {
    for (const Finding& finding : findings) write(finding);
    json_.pass_on(out);
  }

  void failure(std::string_view path, std::string_view reason, std::string&) override {
    failures_.emplace_back(path, reason);
  }

  void end(const Summary& summary, std::string& out) override {
    json_.close_array();
    json_.open_object("summary");
    json_.number("files", summary.files);
    json_.number("errors", summary.errors);
    json_.number("warnings", summary.warnings);
    json_.number("infos", summary.infos);
    json_.close_object();
    if (!failures_.empty()) write_failures();
    if (statistics_) write_statistics(summary);
    json_.close_object();
    json_.pass_on(out);
    out += '\n';
  }

 private:
  void write(const char* key, Position position, uint32_t offset) {
    json_.open_object(key);
    json_.number("line", position.line);
    json_.number("column", position.column);
    json_.number("offset", offset);
    json_.close_object();
  }

  void write(const Range& range) {
    json_.text("file", range.file);
    json_.open_object("range");
    write("start", range.start, range.bytes.begin);
    write("end", range.end, range.bytes.end);
    json_.close_object();
  }

  void write(const Finding& finding) {
    json_.open_object();
    write(finding.range);
    json_.text("rule", finding.rule->id);
    json_.text("severity", name(finding.severity));
    json_.text("message", finding.message);
    if (!finding.resource.empty()) json_.text("resource", finding.resource);
    if (!finding.definition.empty()) json_.text("definition", finding.definition);
    json_.text("pointer", finding.pointer);
    if (!finding.state.empty()) json_.text("state", finding.state);
    json_.text("url", finding.rule->see);
    if (!finding.page.empty()) json_.text("page", finding.page);
    json_.open_array("notes");
    for (const FindingNote& note : finding.notes) write(note);
    json_.close_array();
    if (finding.fix) write(*finding.fix);
    json_.close_object();
  }

  void write(const FindingNote& note) {
    json_.open_object();
    json_.text("message", note.message);
    if (note.range) write(*note.range);
    json_.close_object();
  }

  void write(const FindingFix& fix) {
    json_.open_object("fix");
    json_.text("title", fix.title);
    json_.text("safety", fix.safety == Safety::safe ? "safe" : "unsafe");
    json_.open_array("edits");
    for (const FindingEdit& edit : fix.edits) {
      json_.open_object();
      write(edit.range);
      json_.text("text", edit.text);
      json_.close_object();
    }
    json_.close_array();
    json_.close_object();
  }

  void write_failures() {
    json_.open_array("failures");
    for (const auto& [path, reason] : failures_) {
      json_.open_object();
      json_.text("file", path);
      json_.text("message", reason);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_statistics(const Summary& summary) {
    json_.open_array("statistics");
    for (const auto& [id, count] : summary.by_rule) {
      json_.open_object();
      json_.text("rule", id);
      json_.text("severity", name(rules::find(id)->severity));
      json_.number("count", count);
      json_.close_object();
    }
    json_.close_array();
  }

  bool statistics_;
  std::vector<std::pair<std::string, std::string>> failures_;  // paths and reasons
  JsonWriter json_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const Look& look) {
  return std::make_unique<JsonReporter>(look);
}

}  // namespace sfn::cli
