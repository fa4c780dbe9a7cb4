#include "cli/check_one.h"

#include <fmt/core.h>

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

std::vector<Diagnostic> diagnose(const json::Parsed& parsed, const Check& check) {
  if (!parsed.document) return sfn::check(*parsed.fault, 0, check.rules);
  return sfn::check(*parsed.document, check.rules, check.surroundings);
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
  if (parsed.fault) {
    const Position at = LineIndex(source.text()).position(parsed.fault->span.begin);
    return {misuse, path, fmt::format("line {}, column {}: {}", at.line, at.column, parsed.fault->message)};
  }
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
  const Reference definition{shown_path(file, check), source.text(),
                             parsed.document ? &*parsed.document : nullptr};
  return {resolve(diagnose(parsed, check), check.beside->references(definition), check.least), true, {}};
}

}  // namespace sfn::cli
