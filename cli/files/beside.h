// Inputs other than definitions; their files are read once per run.
#pragma once

#include <atomic>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cli/config/configs.h"
#include "cli/report/finding.h"
#include "lint/asl/machine.h"
#include "lint/json/parse.h"

namespace sfn::cli {

/// Files other than definitions, read once per run: task definitions, inputs and IAM policies.
class Beside {
 public:
  /// The error in one of the files; `status` is 0 if there is none.
  struct Fault {
    int status = 0;
    std::string path, reason;
  };
  /// Task definitions may be in YAML too, as templates are.
  Fault read(const std::vector<std::string>& task_definitions, const std::vector<std::string>& inputs);

  /// Remembers which task definitions a definition names. May be called from several threads.
  void look_for_names(const Document& definition) const;
  /// The files of task definitions that no definition so far has used, and why.
  std::vector<Fault> unused() const;

  /// Policies of the state machine's role and of its tasks' roles. If one of them is not JSON, that is a
  /// finding instead of an error, and no policy is used, because nothing can be called missing.
  Fault read_policies(const std::vector<std::string>& of_machine, const std::vector<std::string>& of_tasks);

  asl::Surroundings surroundings(asl::MachineType type) const;
  /// By FileId, the first for the definition itself.
  std::vector<Reference> references(const Reference& definition) const;

  /// The findings about the policies that do not depend on the definitions. The configuration for each policy
  /// is that of its own path.
  std::vector<Finding> policy_findings(Configs& configs) const;
  size_t policy_count() const { return policy_files_.size(); }
  const Source& policy(size_t number) const { return files_[policy_files_[number]].source; }
  /// Puts another text in the place of a policy's. Surroundings and findings that were given out before are
  /// void.
  void replace_policy(size_t number, std::string text);

 private:
  struct File {
    Source source;
    json::Parsed parsed;
  };
  /// Its index in `files_`, which is its FileId less one.
  Fault read(const std::string& path, size_t& index, bool may_be_yaml = false);
  Fault read(const std::vector<std::string>& paths, std::vector<const Document*>& documents,
             bool may_be_yaml);
  void collect_policies();

  std::deque<File> files_;
  std::vector<const Document*> task_definitions_, inputs_, policies_, task_role_policies_;
  mutable std::vector<std::atomic<uint8_t>> named_;  // schemas::ecs::Naming, one a file of task definitions
  std::vector<size_t> policy_files_;
  size_t machine_policies_ = 0;  // so many of policy_files_ are of the state machine's role
};

/// "line 3, column 1: ..."
std::string where_and_why(const json::Fault& fault, std::string_view text);

}  // namespace sfn::cli
