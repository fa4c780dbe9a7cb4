#include "cli/check/inputs.h"

#include <fmt/core.h>

#include "cli/files/files.h"
#include "cli/report/destination.h"
#include "lint/json/parse.h"
#include "lint/read.h"
#include "lint/yaml/parse.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::cli {

std::string where_and_why(const json::Fault& fault, std::string_view text) {
  const Position at = LineIndex(text).position(fault.span.begin);
  return fmt::format("line {}, column {}: {}", at.line, at.column, fault.message);
}

namespace {

json::Parsed parse(const Source& source, FileId file, bool may_be_yaml) {
  if (!may_be_yaml || form_of(source.path()) != Form::yaml) return json::parse(source, file);
  yaml::Parsed parsed = yaml::parse(source, file);
  return {std::move(parsed.document), std::move(parsed.fault)};
}

const Document* document_of(const InputFile& file) {
  return file.parsed.document ? &*file.parsed.document : nullptr;
}

constexpr std::string_view no_task_definition =
    "not a task definition: it is neither what `aws ecs describe-task-definition` prints, nor the input of "
    "`register-task-definition`, nor an `AWS::ECS::TaskDefinition`";

// Empty for one that is used.
std::string_view why_unused(schemas::ecs::Naming naming) {
  switch (naming) {
    case schemas::ecs::Naming::other_revision:
      return "not used: the definitions name another revision of its family";
    case schemas::ecs::Naming::unknown:
      return "not used: it is not certain which task starts from it";
    case schemas::ecs::Naming::none:
      return "not used: no state starts a task from its family";
    default:
      return {};
  }
}

}  // namespace

Fault Inputs::read(const InputPaths& paths) {
  if (Fault fault = read_task_definitions(paths.task_definitions)) return fault;
  if (Fault fault = read_documents(paths.sample_inputs, sample_inputs_, false)) return fault;
  machine_policies_ = paths.policies.size();
  for (const auto* policies : {&paths.policies, &paths.task_role_policies})
    if (Fault fault = read_policies(*policies)) return fault;
  collect_policies();
  return {};
}

Fault Inputs::read_task_definitions(const std::vector<std::string>& paths) {
  if (Fault fault = read_documents(paths, task_definitions_, true)) return fault;
  for (size_t i = 0; i < task_definitions_.size(); ++i)
    if (schemas::ecs::task_definitions_in(task_definitions_[i]->root()).empty())
      return {misuse, failure_line(paths[i], no_task_definition)};
  named_ = std::vector<std::atomic<uint8_t>>(task_definitions_.size());
  return {};
}

Fault Inputs::read_documents(const std::vector<std::string>& paths, std::vector<const Document*>& documents,
                             bool may_be_yaml) {
  for (const std::string& path : paths) {
    if (Fault fault = read_file(path, may_be_yaml)) return fault;
    const auto& [source, parsed, id] = files_.back();
    if (parsed.fault) return {misuse, failure_line(path, where_and_why(*parsed.fault, source.text()))};
    documents.push_back(&*parsed.document);
  }
  return {};
}

Fault Inputs::read_policies(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (Fault fault = read_file(path, false)) return fault;
    policy_files_.push_back(&files_.back());
  }
  return {};
}

Fault Inputs::read_file(const std::string& path, bool may_be_yaml) {
  Bytes bytes = cli::read_file(path);
  if (!bytes.bytes) return {unreadable, failure_line(path, bytes.reason)};
  const auto id = static_cast<FileId>(files_.size() + 1);
  InputFile& file = files_.emplace_back(InputFile{Source(path, std::move(*bytes.bytes)), {}, id});
  file.parsed = parse(file.source, id, may_be_yaml);
  return {};
}

void Inputs::collect_policies() {
  policies_.clear();
  task_role_policies_.clear();
  for (const InputFile* file : policy_files_)
    if (!document_of(*file)) return;
  for (size_t i = 0; i < policy_files_.size(); ++i)
    (i < machine_policies_ ? policies_ : task_role_policies_).push_back(document_of(*policy_files_[i]));
}

void Inputs::replace_policy(size_t number, std::string text) {
  InputFile& file = *policy_files_[number];
  file.parsed = {};
  file.source = Source(file.source.path(), std::move(text));
  file.parsed = json::parse(file.source, file.id);
  collect_policies();
}

void Inputs::note_task_definitions(const Document& definition) const {
  if (task_definitions_.empty() || !asl::Machine::is_definition(definition.root())) return;
  const asl::Surroundings known = surroundings(asl::MachineType::unknown);
  const asl::Machine machine(definition, known);
  for (size_t i = 0; i < task_definitions_.size(); ++i)
    for (const auto given : schemas::ecs::task_definitions_in(task_definitions_[i]->root())) {
      const auto found = static_cast<uint8_t>(schemas::ecs::naming(machine, given));
      uint8_t before = named_[i];
      while (before < found && !named_[i].compare_exchange_weak(before, found)) {
      }
    }
}

std::vector<std::string> Inputs::unused_task_definitions() const {
  std::vector<std::string> unused;
  for (size_t i = 0; i < task_definitions_.size(); ++i) {
    const std::string_view why = why_unused(static_cast<schemas::ecs::Naming>(named_[i].load()));
    if (!why.empty()) unused.push_back(failure_line(files_[i].source.path(), why));
  }
  return unused;
}

asl::Surroundings Inputs::surroundings(asl::MachineType type) const {
  asl::Surroundings known;
  known.type = type;
  known.inputs = sample_inputs_;
  schemas::Deployment deployment;
  deployment.task_definitions = task_definitions_;
  deployment.policies = policies_;
  deployment.task_role_policies = task_role_policies_;
  schemas::set_deployment(known, std::move(deployment));
  return known;
}

std::vector<Reference> Inputs::references(const Reference& definition) const {
  std::vector<Reference> references{definition};
  for (const InputFile& file : files_)
    references.push_back({file.source.path(), file.source.text(), document_of(file)});
  return references;
}

}  // namespace sfn::cli
