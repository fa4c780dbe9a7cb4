// The engine: one walk over a document that calls the hooks of the chosen rules.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "lint/definition.h"
#include "lint/diagnostic.h"
#include "lint/json/fault.h"
#include "lint/rule_set.h"

namespace sfn {

/// The result for a file: its nodes if it parses, and the findings, ordered by place.
struct Checked {
  std::optional<Document> document;  // absent if the text does not parse
  std::vector<Diagnostic> diagnostics;
};

/// Reads a text in the format that its path indicates, and checks the first definition in it. `source` must
/// outlive the result.
Checked check(const Source& source, FileId file, const RuleSet& rules, const asl::Surroundings& surroundings);

/// Checks a document with all hooks for it. Findings are filtered by suppressions, sorted by file, place and
/// rule, and deduplicated; they may be in files of the surroundings.
std::vector<Diagnostic> check(const Document& document, const RuleSet& rules,
                              const asl::Surroundings& surroundings);

/// Checks what a reader found in a file; `file` is where an error in it is reported.
std::vector<Diagnostic> check(const Definition& definition, FileId file, const RuleSet& rules,
                              const asl::Surroundings& surroundings);

/// The findings of the `policy` hooks for an IAM policy, independent of the definitions; once per run.
std::vector<Diagnostic> check_policy(const Document& policy, const RuleSet& rules);

/// The finding of the `syntax` hooks for text that does not parse.
std::vector<Diagnostic> check(const json::Fault& fault, FileId file, const RuleSet& rules);

}  // namespace sfn
