// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning of GitHub and for editors.
// Results are written as they come and the rules that spoke last, so that memory does not grow with the
// files.
#include <map>

#include "cli/report/fingerprint.h"
#include "cli/report/json_writer.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"
#include "cli/report/sarif_rule.h"
#include "cli/version.h"

namespace sfn::cli {

namespace {

constexpr const char* schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

bool digit(char c) { return c >= '0' && c <= '9'; }

// Something like `{12}`.
bool has_placeholder(std::string_view text) {
  for (size_t at = 0; (at = text.find('{', at)) != std::string_view::npos;) {
    const size_t first = ++at;
    while (at < text.size() && digit(text[at])) ++at;
    if (at > first && text.substr(at).starts_with('}')) return true;
  }
  return false;
}

// A message may hold placeholders `{0}` and links `[text](target)`; what a definition holds must be neither.
// The standard has every brace doubled, but viewers show what they read: only a message in which something
// would be a placeholder is written so.
std::string sarif_text(std::string_view message) {
  const bool doubled = has_placeholder(message);
  std::string text;
  for (size_t at = 0; at < message.size(); ++at) {
    text += message[at];
    if (doubled && (message[at] == '{' || message[at] == '}')) text += message[at];
    if (message.substr(at).starts_with("](")) text += ' ';
  }
  return text;
}

// What is marked; nothing where the excerpt, one line at most, does not have all of it.
std::string_view snippet(const Range& range, const Excerpt& excerpt) {
  const std::string_view marked =
      std::string_view(excerpt.text).substr(excerpt.mark_begin, excerpt.mark_end - excerpt.mark_begin);
  return marked.size() == range.bytes.end - range.bytes.begin ? marked : std::string_view();
}

class SarifReporter : public Reporter {
 public:
  SarifReporter() {
    json_.open_object();
    json_.text("version", "2.1.0");
    json_.text("$schema", schema);
    json_.open_array("runs");
    json_.open_object();
    json_.open_array("results");
  }

  void file(std::string_view path, const std::vector<Finding>& findings, std::string& out) override {
    Fingerprints fingerprints(path);
    for (const Finding& finding : findings) {
      write(finding, fingerprints.next(finding));
      end_line(out);
    }
  }

  void failure(std::string_view path, std::string_view reason, std::string&) override {
    failures_.emplace_back(path, reason);
  }

  void end(const Summary&, std::string& out) override {
    json_.close_array();
    write_invocation();
    json_.text("columnKind", "unicodeCodePoints");
    write_root();
    end_line(out);
    write_tool(out);
    json_.close_object();
    json_.close_array();
    json_.close_object();
    end_line(out);
  }

 private:
  // White space between values, so that a result and a rule are a line each.
  void end_line(std::string& out) {
    json_.pass_on(out);
    out += '\n';
  }

  // A run that saw not all says so, lest a host take what is missing for fixed.
  void write_invocation() {
    json_.open_array("invocations");
    json_.open_object();
    json_.truth("executionSuccessful", failures_.empty());
    if (!failures_.empty()) {
      json_.open_array("toolExecutionNotifications");
      for (const auto& [path, reason] : failures_) write_notification(path, reason);
      json_.close_array();
    }
    json_.close_object();
    json_.close_array();
  }

  void write_notification(std::string_view path, std::string_view reason) {
    json_.open_object();
    json_.text("level", "error");
    write_message("message", printable(reason));
    json_.open_array("locations");
    json_.open_object();
    json_.open_object("physicalLocation");
    write_artifact(path);
    json_.close_object();
    json_.close_object();
    json_.close_array();
    json_.close_object();
  }

  void write_root() {
    json_.open_object("originalUriBaseIds");
    json_.open_object("%SRCROOT%");
    write_message("description", "The folder in which sfn-lint was run.");
    json_.close_object();
    json_.close_object();
  }

  void write_tool(std::string& out) {
    json_.open_object("tool");
    json_.open_object("driver");
    json_.text("name", "sfn-lint");
    json_.text("version", version);
    if (!std::string_view(homepage).empty()) json_.text("informationUri", homepage);
    json_.open_array("rules");
    for (const auto& [rule, page] : rules_) {
      end_line(out);
      write_sarif_rule(*rule, page, json_);
    }
    json_.close_array();
    json_.close_object();
    json_.close_object();
  }

  void write(const Finding& finding, std::string_view fingerprint) {
    json_.open_object();
    json_.text("ruleId", finding.rule->id);
    json_.number("ruleIndex", index(finding));
    json_.text("level", sarif_level(finding.severity));
    write_message("message", message(finding));
    json_.open_array("locations");
    json_.open_object();
    write_place(finding.range, finding.excerpt);
    write_logical(finding);
    json_.close_object();
    json_.close_array();
    write_related(finding.notes);
    if (finding.fix) write(*finding.fix);
    json_.open_object("partialFingerprints");
    json_.text("sfnLint/v1", fingerprint);
    json_.close_object();
    json_.close_object();
  }

  // A place in the list of rules, which is written last.
  size_t index(const Finding& finding) {
    const auto [found, first] = indices_.emplace(finding.rule, rules_.size());
    if (first) rules_.emplace_back(finding.rule, finding.page);
    return found->second;
  }

  // Notes without a place of their own have no other field.
  static std::string message(const Finding& finding) {
    std::string text = message_text(finding);
    for (const FindingNote& note : finding.notes)
      if (!note.range) text += "\n" + message_text(note);
    return text;
  }

  void write_message(const char* key, std::string_view text) {
    json_.open_object(key);
    json_.text("text", sarif_text(text));
    json_.close_object();
  }

  void write_artifact(std::string_view file) {
    const std::string path = from_here(file);
    json_.open_object("artifactLocation");
    json_.text("uri", uri(path));
    if (!path.starts_with('/')) json_.text("uriBaseId", "%SRCROOT%");
    json_.close_object();
  }

  void open_region(const char* key, const Range& range) {
    json_.open_object(key);
    json_.number("startLine", range.start.line);
    json_.number("startColumn", range.start.column);
    json_.number("endLine", range.end.line);
    json_.number("endColumn", range.end.column);
    json_.number("byteOffset", range.bytes.begin);
    json_.number("byteLength", range.bytes.end - range.bytes.begin);
  }

  void write_snippet(std::string_view text) {
    if (text.empty()) return;
    json_.open_object("snippet");
    json_.text("text", text);
    json_.close_object();
  }

  void write_place(const Range& range, const Excerpt& excerpt) {
    json_.open_object("physicalLocation");
    write_artifact(range.file);
    open_region("region", range);
    write_snippet(snippet(range, excerpt));
    json_.close_object();
    const bool whole = !excerpt.cut_left && !excerpt.cut_right && range.start.line == range.end.line;
    if (whole && !excerpt.text.empty()) {
      json_.open_object("contextRegion");
      json_.number("startLine", range.start.line);
      write_snippet(excerpt.text);
      json_.close_object();
    }
    json_.close_object();
  }

  // A pointer is one inside the definition; the resource has the pointer to that in the file.
  void write_logical(const Finding& finding) {
    if (finding.resource.empty() && finding.definition.empty() && finding.state.empty() &&
        finding.pointer.empty())
      return;
    json_.open_array("logicalLocations");
    write_logical("resource", finding.resource, finding.definition);
    write_logical("state", finding.state, "");
    write_logical("value", "", finding.pointer);
    json_.close_array();
  }

  void write_logical(std::string_view kind, std::string_view name, std::string_view pointer) {
    if (name.empty() && pointer.empty()) return;
    json_.open_object();
    json_.text("kind", kind);
    if (!name.empty()) json_.text("name", name);
    if (!pointer.empty()) json_.text("fullyQualifiedName", pointer);
    json_.close_object();
  }

  void write_related(const std::vector<FindingNote>& notes) {
    uint64_t id = 0;
    for (const FindingNote& note : notes) {
      if (!note.range) continue;
      if (id == 0) json_.open_array("relatedLocations");
      json_.open_object();
      json_.number("id", ++id);
      write_place(*note.range, note.excerpt);
      write_message("message", printable(note.message));
      json_.close_object();
    }
    if (id > 0) json_.close_array();
  }

  // All changes of a fix are in one file.
  void write(const FindingFix& fix) {
    if (fix.edits.empty()) return;
    json_.open_array("fixes");
    json_.open_object();
    write_message("description", printable(fix.title));
    json_.open_array("artifactChanges");
    json_.open_object();
    write_artifact(fix.edits.front().range.file);
    json_.open_array("replacements");
    for (const FindingEdit& edit : fix.edits) write(edit);
    json_.close_array();
    json_.close_object();
    json_.close_array();
    json_.open_object("properties");
    json_.text("safety", fix.safety == Safety::safe ? "safe" : "unsafe");
    json_.close_object();
    json_.close_object();
    json_.close_array();
  }

  void write(const FindingEdit& edit) {
    json_.open_object();
    open_region("deletedRegion", edit.range);
    json_.close_object();
    if (!edit.text.empty()) {
      json_.open_object("insertedContent");
      json_.text("text", edit.text);
      json_.close_object();
    }
    json_.close_object();
  }

  JsonWriter json_;
  std::vector<std::pair<std::string, std::string>> failures_;  // paths and reasons
  std::vector<std::pair<const Rule*, std::string>> rules_;     // with the page that the first finding has
  std::map<const Rule*, size_t> indices_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(const Look&) { return std::make_unique<SarifReporter>(); }

}  // namespace sfn::cli
