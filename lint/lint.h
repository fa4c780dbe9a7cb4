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

/// The chosen rules, sorted by their hooks once for a run. Rules are static, so only pointers are kept.
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

/// What a file came to: its nodes where it parses, and what the rules say, in the order of places.
struct Checked {
  std::optional<Document> document;  // absent where the text is not JSON
  std::vector<Diagnostic> diagnostics;
};

/// Reads a text, in the form that its path tells, and checks the first definition in it. `source` must
/// outlive the result.
Checked check(const Source& source, FileId file, const RuleSet& rules, const asl::Surroundings& surroundings);

/// Checks a document that a reader has built: the hooks that are about it. Findings are suppressed, sorted by
/// file, place and rule, and freed of doubles; they may be in the files that the surroundings hold.
std::vector<Diagnostic> check(const Document& document, const RuleSet& rules,
                              const asl::Surroundings& surroundings);

/// Checks what a reader found in a file; `file` is where a fault of it is.
std::vector<Diagnostic> check(const Definition& definition, FileId file, const RuleSet& rules,
                              const asl::Surroundings& surroundings);

/// What the `policy` hooks say of an IAM policy, whatever the definitions are: once a run.
std::vector<Diagnostic> check_policy(const Document& policy, const RuleSet& rules);

/// The finding of the `syntax` hooks for a text that does not parse.
std::vector<Diagnostic> check(const json::Fault& fault, FileId file, const RuleSet& rules);

}  // namespace sfn
