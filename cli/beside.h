// What is known beside the definitions: files that are read once a run.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "cli/finding.h"
#include "lint/asl/machine.h"
#include "lint/json/fault.h"

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

/// "line 3, column 1: ..."
std::string where_and_why(const json::Fault& fault, std::string_view text);

}  // namespace sfn::cli
