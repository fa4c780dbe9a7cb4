#include "cli/files/beside.h"

#include <fmt/core.h>

#include "cli/files/files.h"
#include "cli/run.h"
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

constexpr std::string_view no_task_definition =
    "not a task definition: it is neither what `aws ecs describe-task-definition` prints, nor the input of "
    "`register-task-definition`, nor an `AWS::ECS::TaskDefinition`";

}  // namespace

Beside::Fault Beside::read(const std::vector<std::string>& task_definitions,
                           const std::vector<std::string>& inputs) {
  if (Fault fault = read(task_definitions, task_definitions_, true); fault.status != clean) return fault;
  for (size_t i = 0; i < task_definitions_.size(); ++i)
    if (schemas::ecs::task_definitions_in(task_definitions_[i]->root()).empty())
      return {misuse, task_definitions[i], std::string(no_task_definition)};
  named_ = std::vector<std::atomic<uint8_t>>(task_definitions_.size());
  return read(inputs, inputs_, false);
}

void Beside::look_for_names(const Document& definition) const {
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

std::vector<Beside::Fault> Beside::unused() const {
  std::vector<Fault> unused;
  for (size_t i = 0; i < task_definitions_.size(); ++i) {
    const auto most = static_cast<schemas::ecs::Naming>(named_[i].load());
    const std::string& path = files_[i].source.path();
    if (most == schemas::ecs::Naming::other_revision)
      unused.push_back({clean, path, "not used: the definitions name another revision of its family"});
    else if (most == schemas::ecs::Naming::unknown)
      unused.push_back({clean, path, "not used: it is not certain which task starts from it"});
    else if (most == schemas::ecs::Naming::none)
      unused.push_back({clean, path, "not used: no state starts a task from its family"});
  }
  return unused;
}

Beside::Fault Beside::read(const std::vector<std::string>& paths, std::vector<const Document*>& documents,
                           bool may_be_yaml) {
  for (const std::string& path : paths) {
    size_t index = 0;
    if (Fault fault = read(path, index, may_be_yaml); fault.status != clean) return fault;
    const File& file = files_[index];
    if (file.parsed.fault) return {misuse, path, where_and_why(*file.parsed.fault, file.source.text())};
    documents.push_back(&*file.parsed.document);
  }
  return {};
}

Beside::Fault Beside::read(const std::string& path, size_t& index, bool may_be_yaml) {
  Bytes bytes = read_file(path);
  if (!bytes.bytes) return {unreadable, path, bytes.reason};
  index = files_.size();
  files_.push_back({Source(path, std::move(*bytes.bytes)), {}});
  files_.back().parsed = parse(files_.back().source, static_cast<FileId>(files_.size()), may_be_yaml);
  return {};
}

Beside::Fault Beside::read_policies(const std::vector<std::string>& of_machine,
                                    const std::vector<std::string>& of_tasks) {
  machine_policies_ = of_machine.size();
  for (const auto* paths : {&of_machine, &of_tasks})
    for (const std::string& path : *paths) {
      size_t index = 0;
      if (Fault fault = read(path, index); fault.status != clean) return fault;
      policy_files_.push_back(index);
    }
  collect_policies();
  return {};
}

void Beside::collect_policies() {
  policies_.clear();
  task_role_policies_.clear();
  for (const size_t index : policy_files_)
    if (files_[index].parsed.fault) return;
  for (size_t i = 0; i < policy_files_.size(); ++i)
    (i < machine_policies_ ? policies_ : task_role_policies_)
        .push_back(&*files_[policy_files_[i]].parsed.document);
}

void Beside::replace_policy(size_t number, std::string text) {
  File& file = files_[policy_files_[number]];
  file.parsed = {};
  file.source = Source(file.source.path(), std::move(text));
  file.parsed = json::parse(file.source, static_cast<FileId>(policy_files_[number] + 1));
  collect_policies();
}

std::vector<Finding> Beside::policy_findings(Configs& configs) const {
  std::vector<Finding> found;
  for (const size_t index : policy_files_) {
    const auto& [source, parsed] = files_[index];
    const Configs::Choice config = configs.choice(source.path());
    if (config.fault) continue;  // told by who reports
    const RuleSet& rules = config.setup->rules;
    const std::vector<Diagnostic> diagnostics =
        parsed.document ? check_policy(*parsed.document, rules)
                        : check(*parsed.fault, static_cast<FileId>(index + 1), rules);
    for (Finding& finding : resolve(diagnostics, references({}))) {
      finding.severity = config.setup->selection.severity(*finding.rule);
      found.push_back(std::move(finding));
    }
  }
  return found;
}

asl::Surroundings Beside::surroundings(asl::MachineType type) const {
  asl::Surroundings known;
  known.type = type;
  known.inputs = inputs_;
  schemas::Deployment deployment;
  deployment.task_definitions = task_definitions_;
  deployment.policies = policies_;
  deployment.task_role_policies = task_role_policies_;
  schemas::set_deployment(known, std::move(deployment));
  return known;
}

std::vector<Reference> Beside::references(const Reference& definition) const {
  std::vector<Reference> references{definition};
  for (const File& file : files_)
    references.push_back(
        {file.source.path(), file.source.text(), file.parsed.document ? &*file.parsed.document : nullptr});
  return references;
}

}  // namespace sfn::cli
