// Reads of variables behind a Choice that asks for them, or for what was assigned together with them.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "lint/asl/variables.h"

namespace sfn::rules::variables {

/// One a machine: `machine.derive<Guards>()`.
class Guards {
 public:
  explicit Guards(const asl::Machine& machine);
  /// Whether every way to the read either assigns the variable or leads through a Choice that reads the
  /// variable, or another one that some Assign sets together with it (a status).
  bool guarded(const asl::VariableRead& read) const;

 private:
  using States = std::set<const asl::State*>;
  const States& open_ways(const asl::Scope& scope, std::string_view name) const;
  bool asks_for(const asl::State& choice, std::string_view name) const;

  const asl::Variables& variables_;
  std::map<std::string_view, std::set<std::string_view>> together_;
  std::map<const asl::State*, std::set<std::string_view>> asked_;  // what the rules of a Choice read
  std::set<std::pair<NodeId, std::string_view>> assigned_;         // by a state, rule or catcher
  mutable std::map<std::pair<const asl::Scope*, std::string_view>, States> open_;
};

}  // namespace sfn::rules::variables
