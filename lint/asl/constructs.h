// The walk over every object of a definition that has fields of the language.
#pragma once

#include <vector>

#include "lint/asl/fields.h"

namespace sfn::asl {

/// One object with fields of its own: a state, a retrier, a choice rule, ...
struct Construct {
  ConstructKind kind;
  Value value;
  /// The scope that it is (machine, branch, processor), else the scope of its state.
  const Scope* scope = nullptr;
  /// The state that it is or belongs to; null for the machine; for a branch or processor its Parallel or Map.
  const State* state = nullptr;
  QueryLanguage language = QueryLanguage::jsonpath;

  bool jsonata() const { return language == QueryLanguage::jsonata; }
  bool is(ConstructKind wanted) const { return kind == wanted; }
};

/// All constructs of a machine: each scope, then its states, each with what belongs to it. States of unknown
/// type are left out, and so is what is no object.
std::vector<Construct> constructs(const Machine& machine);

}  // namespace sfn::asl
