// Runs the rules on the definitions of one file, with the other inputs that belong to each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/check_one.h"
#include "cli/files/linked_file.h"
#include "cli/files/own_input.h"
#include "lint/read.h"

namespace sfn::cli {

/// May be asked for one text after another, as fixes are made in it.
class Examination {
 public:
  /// `file` and `check` must outlive it.
  Examination(const File& file, const Check& check, const Configs::Choice& config);

  Outcome check(const Source& source, Reading reading);
  /// For a text that replaces the contents of the file.
  Outcome check(std::string text);

 private:
  void check(const Source& source, const Definition& definition, Outcome& outcome);
  /// For a definition that, according to its template, is in another file.
  void check_linked(const Source& source, const Definition& definition, Outcome& outcome);
  /// The contents of the linked file without the template.
  std::vector<Diagnostic> said_alone(const LinkedFile& linked, FileId id, const RuleSet& rules) const;

  asl::Surroundings surroundings(const Definition& definition, const Configs::Choice& config) const;
  Configs::Choice config_at(const std::string& path) const;
  Reference reference(const Source& source, const Document* document) const;

  const File& file_;
  const Check& check_;
  Configs::Choice config_;
  std::vector<Reference> beside_;  // by FileId; the first is the definition itself
  std::optional<OwnInput> own_;
  std::vector<const Document*> own_inputs_;
  bool shared_ = false;         // the file has several definitions
  std::optional<Lines> lines_;  // of the file
};

}  // namespace sfn::cli
