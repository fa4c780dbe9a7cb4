// For programs; design.md calls the form a contract: fields may be added, none goes or changes its meaning.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/printable.h"
#include "cli/report.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

// ASCII out: no control character, nor one that turns the direction of writing, ever appears raw.
using Writer = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::ASCII<>>;

class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(const Look& look) : statistics_(look.statistics), json_(buffer_) {
    json_.StartObject();
    json_.Key("version");
    json_.Uint(1);
    json_.Key("diagnostics");
    json_.StartArray();
  }

  void file(const std::vector<Finding>& findings, std::string& out) override {
    for (const Finding& finding : findings) write(finding);
    pass_on(out);
  }

  void end(const Summary& summary, std::string& out) override {
    json_.EndArray();
    json_.Key("summary");
    json_.StartObject();
    number("files", summary.files);
    number("errors", summary.errors);
    number("warnings", summary.warnings);
    number("infos", summary.infos);
    json_.EndObject();
    if (statistics_) write_statistics(summary);
    json_.EndObject();
    pass_on(out);
    out += '\n';
  }

 private:
  void string(const char* key, std::string_view value) {
    json_.Key(key);
    const std::string valid = valid_utf8(value);
    json_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  void number(const char* key, uint64_t value) {
    json_.Key(key);
    json_.Uint64(value);
  }

  void write(const char* key, Position position, uint32_t offset) {
    json_.Key(key);
    json_.StartObject();
    number("line", position.line);
    number("column", position.column);
    number("offset", offset);
    json_.EndObject();
  }

  void write(const Range& range) {
    string("file", range.file);
    json_.Key("range");
    json_.StartObject();
    write("start", range.start, range.bytes.begin);
    write("end", range.end, range.bytes.end);
    json_.EndObject();
  }

  void write(const Finding& finding) {
    json_.StartObject();
    write(finding.range);
    string("rule", finding.rule->id);
    string("severity", name(finding.severity));
    string("message", finding.message);
    string("pointer", finding.pointer);
    if (!finding.state.empty()) string("state", finding.state);
    string("url", finding.rule->see);
    json_.Key("notes");
    json_.StartArray();
    for (const FindingNote& note : finding.notes) write(note);
    json_.EndArray();
    if (finding.fix) write(*finding.fix);
    json_.EndObject();
  }

  void write(const FindingNote& note) {
    json_.StartObject();
    string("message", note.message);
    if (note.range) write(*note.range);
    json_.EndObject();
  }

  void write(const FindingFix& fix) {
    json_.Key("fix");
    json_.StartObject();
    string("title", fix.title);
    string("safety", fix.safety == Safety::safe ? "safe" : "unsafe");
    json_.Key("edits");
    json_.StartArray();
    for (const FindingEdit& edit : fix.edits) {
      json_.StartObject();
      write(edit.range);
      string("text", edit.text);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }

  void write_statistics(const Summary& summary) {
    json_.Key("statistics");
    json_.StartArray();
    for (const auto& [id, count] : summary.by_rule) {
      json_.StartObject();
      string("rule", id);
      string("severity", name(rules::find(id)->severity));
      number("count", count);
      json_.EndObject();
    }
    json_.EndArray();
  }

  // RapidJSON takes DEL for a character like any other. Outside strings there is none.
  void pass_on(std::string& out) {
    for (const char c : std::string_view(buffer_.GetString(), buffer_.GetSize()))
      if (c == 0x7F) out += "\\u007F";
      else out += c;
    buffer_.Clear();
  }

  bool statistics_;
  rapidjson::StringBuffer buffer_;
  Writer json_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const Look& look) {
  return std::make_unique<JsonReporter>(look);
}

}  // namespace sfn::cli
