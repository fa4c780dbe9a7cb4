// The engine: one walk over a document that calls the hooks of the chosen rules.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "lint/definition.h"
#include "lint/diagnostic.h"
#include "lint/json/fault.h"
#include "lint/rule.h"

namespace sfn {

/// The chosen rules, sorted by their hooks once per run. Rules are static, so only pointers are stored.
class RuleSet {
 public:
  explicit RuleSet(std::span<const Rule* const> rules);
  bool contains(const Rule& rule) const;
  std::span<const Rule* const> all() const { return all_; }

  std::vector<const Rule*> syntax, document, value, policy, resource, machine, scope, state, construct,
      expression, suppression;

 private:
  std::vector<const Rule*> all_;
};

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
