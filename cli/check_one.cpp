#include "cli/check_one.h"

#include <fmt/core.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "cli/run.h"
#include "lint/json/parse.h"

namespace sfn::cli {

namespace {

// Most *.json of a folder are no definitions; their names alone tell it without parsing.
bool may_be_definition(std::string_view text) {
  return text.find("\"StartAt\"") != std::string_view::npos &&
         text.find("\"States\"") != std::string_view::npos;
}

// A text that does not parse has no root to look at: the two names decide.
bool is_definition(const json::Parsed& parsed) {
  if (!parsed.document) return true;
  const Value root = parsed.document->root();
  return root.has("StartAt") && root.has("States");
}

std::vector<Diagnostic> diagnose(const json::Parsed& parsed, const RuleSet& rules,
                                 const asl::Surroundings& surroundings) {
  if (!parsed.document) return sfn::check(*parsed.fault, 0, rules);
  return sfn::check(*parsed.document, rules, surroundings);
}

// "line 3, column 1: ..."
std::string where_and_why(const json::Fault& fault, std::string_view text) {
  const Position at = LineIndex(text).position(fault.span.begin);
  return fmt::format("line {}, column {}: {}", at.line, at.column, fault.message);
}

// A sample input that stands beside its definition: NAME.input.json beside NAME.asl.json.
class OwnInput {
 public:
  OwnInput(const File& file, FileId id) {
    constexpr std::string_view ending = ".asl.json";
    if (!file.path.ends_with(ending)) return;
    path_ = std::make_unique<const std::string>(file.path.substr(0, file.path.size() - ending.size()) +
                                                ".input.json");
    std::error_code ignored;
    if (std::filesystem::is_regular_file(*path_, ignored)) read(id);
  }

  const Document* document() const { return parsed_.document ? &*parsed_.document : nullptr; }
  Reference reference() const { return {*path_, source_->text(), document()}; }
  /// What is wrong with it, ready to print; empty if nothing is.
  const std::string& failure() const { return failure_; }
  /// The path, which findings may name.
  std::unique_ptr<const std::string> take_path() { return std::move(path_); }

 private:
  void read(FileId id) {
    Bytes read = read_file(*path_);
    if (!read.bytes) {
      failure_ = fmt::format("sample input {}: {}", *path_, read.reason);
      return;
    }
    source_.emplace(*path_, std::move(*read.bytes));
    parsed_ = json::parse(*source_, id);
    if (parsed_.fault)
      failure_ = fmt::format("sample input {}: {}", *path_, where_and_why(*parsed_.fault, source_->text()));
  }

  std::unique_ptr<const std::string> path_;
  std::optional<Source> source_;
  json::Parsed parsed_;
  std::string failure_;
};

Outcome check_parsed(const File& file, const json::Parsed& parsed, const Source& source, const Check& check) {
  const Reference definition{shown_path(file, check), source.text(),
                             parsed.document ? &*parsed.document : nullptr};
  std::vector<Reference> references = check.beside->references(definition);
  asl::Surroundings surroundings = check.surroundings;
  // One that is named counts instead.
  if (!surroundings.inputs.empty() || !parsed.document)
    return {resolve(diagnose(parsed, check.rules, surroundings), references, check.least)};
  OwnInput own(file, static_cast<FileId>(references.size()));
  const Document* const inputs[] = {own.document()};
  if (own.document()) {
    surroundings.inputs = inputs;
    references.push_back(own.reference());
  }
  Outcome outcome{resolve(diagnose(parsed, check.rules, surroundings), references, check.least)};
  outcome.failure = own.failure();
  outcome.input_path = own.take_path();
  return outcome;
}

}  // namespace

Beside::Fault Beside::read(const std::vector<std::string>& task_definitions,
                           const std::vector<std::string>& inputs) {
  for (const std::string& path : task_definitions)
    if (Fault fault = read(path, task_definitions_); fault.status != clean) return fault;
  for (const std::string& path : inputs)
    if (Fault fault = read(path, inputs_); fault.status != clean) return fault;
  return {};
}

Beside::Fault Beside::read(const std::string& path, std::vector<const Document*>& documents) {
  Bytes read = read_file(path);
  if (!read.bytes) return {unreadable, path, read.reason};
  sources_.emplace_back(path, std::move(*read.bytes));
  const Source& source = sources_.back();
  json::Parsed parsed = json::parse(source, static_cast<FileId>(sources_.size()));
  if (parsed.fault) return {misuse, path, where_and_why(*parsed.fault, source.text())};
  documents_.push_back(std::move(*parsed.document));
  documents.push_back(&documents_.back());
  return {};
}

asl::Surroundings Beside::surroundings(asl::MachineType type) const {
  return {type, task_definitions_, inputs_};
}

std::vector<Reference> Beside::references(const Reference& definition) const {
  std::vector<Reference> references{definition};
  for (size_t i = 0; i < sources_.size(); ++i)
    references.push_back({sources_[i].path(), sources_[i].text(), &documents_[i]});
  return references;
}

std::string_view shown_path(const File& file, const Check& check) {
  return file.path == "-" ? std::string_view(check.stdin_filename) : std::string_view(file.path);
}

Outcome check_one(const File& file, const Check& check, bool look_only) {
  const bool certain = file.named || file.definition();
  if (certain && look_only) return {};
  Bytes read = read_file(file.path);
  if (!read.bytes) {
    // Large data files are no definitions, and no fault of the folder that holds them.
    if (!certain && read.too_large) return {{}, false, {}};
    return {{}, false, read.reason};
  }
  if (!certain && !may_be_definition(*read.bytes)) return {{}, false, {}};
  const Source source(file.path, std::move(*read.bytes));
  const json::Parsed parsed = json::parse(source, 0);
  if (!certain && !is_definition(parsed)) return {{}, false, {}};
  if (look_only) return {};
  return check_parsed(file, parsed, source, check);
}

}  // namespace sfn::cli
