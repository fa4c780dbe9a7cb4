#include "cli/beside.h"

#include <fmt/core.h>

#include "cli/files.h"
#include "cli/run.h"
#include "lint/json/parse.h"

namespace sfn::cli {

std::string where_and_why(const json::Fault& fault, std::string_view text) {
  const Position at = LineIndex(text).position(fault.span.begin);
  return fmt::format("line {}, column {}: {}", at.line, at.column, fault.message);
}

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

}  // namespace sfn::cli
