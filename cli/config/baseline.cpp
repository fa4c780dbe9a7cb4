#include "cli/config/baseline.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <filesystem>

#include "cli/config/mistakes.h"
#include "cli/files/files.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "lint/json/parse.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

// A name with a placeholder in it is no plain string to the reader.
bool is_text(Value value) { return value.is_string() || value.is_opaque(); }

/// Judges the entries of a baseline.
class Entry {
 public:
  Entry(Value value, Mistakes& mistakes) : value_(value), mistakes_(mistakes) {}

  std::string text(std::string_view name, bool required) {
    const Value member = value_[name];
    if (member && !is_text(member)) wrong(member.place(), "`" + std::string(name) + "` must be a string");
    if (!member && required) wrong(value_.label(), "`" + std::string(name) + "` is missing");
    return std::string(member.text());
  }

  size_t count() {
    const Value member = value_["count"];
    if (!member) return 1;
    const auto count = member.integer();
    if (!count || *count < 1) wrong(member.place(), "`count` must be an integer of at least 1");
    return static_cast<size_t>(count.value_or(1));
  }

 private:
  void wrong(Place place, std::string message) { mistakes_.add(place, std::move(message)); }

  Value value_;
  Mistakes& mistakes_;
};

class BaselineWriter {
 public:
  BaselineWriter() { json_.SetIndent(' ', 2); }

  void begin() {
    json_.StartObject();
    json_.Key("version");
    json_.Uint(1);
    json_.Key("findings");
    json_.StartArray();
  }
  void text(const char* name, const std::string& value) {
    json_.Key(name);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void text_if_any(const char* name, const std::string& value) {
    if (!value.empty()) text(name, value);
  }
  void count(size_t count) {
    if (count == 1) return;
    json_.Key("count");
    json_.Uint64(count);
  }
  std::string end() {
    json_.EndArray();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }
  rapidjson::PrettyWriter<rapidjson::StringBuffer>& json() { return json_; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

Baseline::Baseline(const std::string& path) : path_(path), current_(fs::current_path().native()) {
  folder_ = (fs::path(current_) / path).lexically_normal().parent_path().native();
}

Fault Baseline::read() {
  Bytes bytes = read_file(path_);
  if (!bytes.bytes) return {unreadable, failure_line(path_, bytes.reason)};
  const Source source(path_, std::move(*bytes.bytes));
  const json::Parsed parsed = json::parse(source, 0);
  if (parsed.fault) return {misuse, print_fault(path_, source.text(), *parsed.fault)};
  return read_findings(*parsed.document);
}

Fault Baseline::read_findings(const Document& document) {
  const Value root = document.root(), findings = root["findings"];
  Mistakes mistakes;
  if (root["version"].integer() != 1)
    mistakes.add(root["version"] ? root["version"].place() : root.place(),
                 "a baseline needs `\"version\": 1`");
  else if (!findings.is_array())
    mistakes.add(findings ? findings.place() : root.label(), "a baseline needs a list `findings`");
  for (const Value one : findings) {
    if (!one.is_object()) {
      mistakes.add(one.place(), "a known finding must be an object");
      continue;
    }
    Entry entry(one, mistakes);
    Key key{entry.text("file", true), entry.text("resource", false), entry.text("rule", true),
            entry.text("pointer", false), entry.text("state", false)};
    known_[std::move(key)] += entry.count();
  }
  if (mistakes.empty()) return {};
  return {misuse, mistakes.print(path_, document)};
}

size_t Baseline::take_known(std::vector<Finding>& findings) {
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto entry = known_.find(key(finding));
    if (entry == known_.end() || entry->second == 0) return false;
    --entry->second;
    return true;
  });
}

void Baseline::checked(std::string_view file, const Setup& setup) { checked_[relative(file)] = &setup; }

size_t Baseline::stale() const {
  size_t stale = 0;
  for (const auto& [key, left] : known_) {
    const auto file = checked_.find(key.file);
    if (left == 0 || file == checked_.end()) continue;
    const Rule* rule = rules::find(key.rule);
    if (!rule || file->second->rules.contains(*rule)) stale += left;
  }
  return stale;
}

std::string Baseline::text() const {
  BaselineWriter writer;
  writer.begin();
  for (const auto& [key, count] : known_) {
    writer.json().StartObject();
    writer.text("file", key.file);
    writer.text_if_any("resource", key.resource);
    writer.text("rule", key.rule);
    writer.text("pointer", key.pointer);
    writer.text_if_any("state", key.state);
    writer.count(count);
    writer.json().EndObject();
  }
  return writer.end();
}

Baseline::Key Baseline::key(const Finding& finding) {
  return {relative(finding.range.file), valid_utf8(finding.resource), std::string(finding.rule->id),
          valid_utf8(finding.pointer), valid_utf8(finding.state)};
}

const std::string& Baseline::relative(std::string_view path) {
  if (path == given_) return relative_;
  given_ = path;
  relative_ = valid_utf8(
      path == unnamed_input
          ? given_
          : (fs::path(current_) / path).lexically_normal().lexically_relative(folder_).generic_string());
  return relative_;
}

}  // namespace sfn::cli
