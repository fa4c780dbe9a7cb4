// What definitions are checked against: task definitions, sample inputs and IAM policies.
#pragma once

#include <atomic>
#include <deque>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/report/finding.h"
#include "lint/asl/machine.h"
#include "lint/json/parse.h"

namespace sfn::cli {

struct InputPaths {
  std::vector<std::string> task_definitions = {}, sample_inputs = {};
  /// Of the state machine's role, and of the roles of its ECS tasks.
  std::vector<std::string> policies = {}, task_role_policies = {};
};

/// One of these files; `id` is the FileId of its places.
struct InputFile {
  Source source;
  json::Parsed parsed;
  FileId id;
};

/// The files, each read once per run.
class Inputs {
 public:
  /// To be called once. Task definitions may be in YAML too, as templates are. A policy that is not JSON is
  /// not a fault but a finding; no policy is used then, because no permission can be called missing.
  Fault read(const InputPaths& paths);

  asl::Surroundings surroundings(asl::MachineType type) const;
  /// By FileId, the first for the definition itself.
  std::vector<Reference> references(const Reference& definition) const;

  /// Remembers which task definitions a definition names. May be called from several threads.
  void note_task_definitions(const Document& definition) const;
  /// Messages about the task definitions that no definition so far has used, ready to print.
  std::vector<std::string> unused_task_definitions() const;

  /// The policies, first those of the state machine's role.
  size_t policy_count() const { return policy_files_.size(); }
  const InputFile& policy(size_t number) const { return *policy_files_[number]; }
  /// Replaces the text of a policy, not its file. Invalidates surroundings and findings from before.
  void replace_policy(size_t number, std::string text);

 private:
  Fault read_task_definitions(const std::vector<std::string>& paths);
  Fault read_documents(const std::vector<std::string>& paths, std::vector<const Document*>& documents,
                       bool may_be_yaml);
  Fault read_policies(const std::vector<std::string>& paths);
  /// Reads a file as the last one of `files_`.
  Fault read_file(const std::string& path, bool may_be_yaml);
  void collect_policies();

  std::deque<InputFile> files_;
  std::vector<const Document*> task_definitions_, sample_inputs_, policies_, task_role_policies_;
  mutable std::vector<std::atomic<uint8_t>> named_;  // schemas::ecs::Naming, one for each task definition
  std::vector<InputFile*> policy_files_;
  size_t machine_policies_ = 0;  // the first so many of policy_files_ are of the state machine's role
};

/// "line 3, column 1: ..."
std::string where_and_why(const json::Fault& fault, std::string_view text);

}  // namespace sfn::cli
