// One file through the engine.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/finding.h"
#include "lint/lint.h"

namespace sfn::cli {

/// Files that are read once a run, beside the definitions: task definitions and inputs.
class Beside {
 public:
  /// What is wrong with one of the files; `status` is 0 if nothing is.
  struct Fault {
    int status = 0;
    std::string path, reason;
  };
  Fault read(const std::vector<std::string>& task_definitions, const std::vector<std::string>& inputs);

  asl::Surroundings surroundings(asl::MachineType type) const;
  /// By FileId, the first for the definition itself.
  std::vector<Reference> references(const Reference& definition) const;

 private:
  Fault read(const std::string& path, std::vector<const Document*>& documents);

  std::deque<Source> sources_;
  std::deque<Document> documents_;
  std::vector<const Document*> task_definitions_, inputs_;
};

/// What the run needs to check any of its files.
struct Check {
  RuleSet rules;
  asl::Surroundings surroundings;
  const Beside* beside;
  Severity least;
  std::string stdin_filename;
};

struct Outcome {
  std::vector<Finding> findings;
  bool checked = true;       // false for a file of a folder that is no definition
  std::string failure = {};  // why it, or the sample input beside it, could not be read; empty if it could
  std::unique_ptr<const std::string> input_path = {};  // of that sample input: findings may name it
};

/// `file` must outlive the outcome. `look_only` stops before the rules: is this a file that would be checked?
Outcome check_one(const File& file, const Check& check, bool look_only = false);

/// The path as reports print it.
std::string_view shown_path(const File& file, const Check& check);

}  // namespace sfn::cli
