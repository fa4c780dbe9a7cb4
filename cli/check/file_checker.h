// Runs the rules on the definitions of one file, with the other inputs that belong to each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/check/one_file.h"
#include "cli/check/sample_input.h"
#include "cli/files/configuration.h"
#include "cli/files/linked_file.h"
#include "lint/read.h"
#include "schemas/stack/declarations.h"

namespace sfn::cli {

/// Can check one text after another, as fixes are made in the file.
class FileChecker {
 public:
  /// `file` and `context` must outlive it.
  FileChecker(const File& file, const RunContext& context, const Configs::Choice& config);

  FileResult check(const Source& source, Reading reading);
  /// For a text that replaces the contents of the file.
  FileResult check(std::string text);

 private:
  void declare(const Source& source, const Reading& reading, FileResult& result);
  static Reference sibling_reference(const Source& sibling, const Document* document, FileResult& result);
  void make_unsafe_in_role(Diagnostic& diagnostic) const;
  void check(const Source& source, const Definition& definition, FileResult& result);
  /// For a definition that, according to its template, is in another file.
  void check_linked(const Source& source, const Definition& definition, FileResult& result);
  /// For what a configuration has in a file that is no definition, but holds some.
  void check_block(const Source& source, const Definition& definition, FileResult& result);
  void report_missing(const Source& source, const Definition& definition, FileResult& result);
  /// What a check of the linked file without the template finds, if the run makes one.
  std::vector<Diagnostic> findings_without_template(const LinkedFile& linked, FileId id,
                                                    const RuleSet& rules) const;

  asl::Surroundings surroundings(const Definition& definition, const Configs::Choice& config) const;
  Configs::Choice config_at(const std::string& path) const;
  Reference reference(const Source& source, const Document* document) const;

  const File& file_;
  const RunContext& context_;
  Configs::Choice config_;
  std::vector<Reference> references_;        // by FileId; the first is the definition itself
  std::optional<SampleInput> sample_input_;  // unless --input is given
  std::vector<const Document*> sample_inputs_;
  bool shared_ = false;                                        // the file has several definitions
  std::optional<Configuration> configuration_;                 // of a file of Terraform
  std::shared_ptr<const schemas::Declarations> declarations_;  // of the file; null if it is no template
  std::optional<Lines> lines_;                                 // of the file
};

}  // namespace sfn::cli
