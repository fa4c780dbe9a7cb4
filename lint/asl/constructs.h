// Walks over every object of a definition that has fields of the language.
#pragma once

#include <vector>

#include "lint/asl/fields.h"

namespace sfn::asl {

/// One object with fields of its own: a state, a retrier, a choice rule, ...
struct Construct {
  ConstructKind kind;
  Value value;
  /// The scope itself (machine, branch, processor), or else the scope of its state.
  const Scope* scope = nullptr;
  /// The state that this is or belongs to; for a branch or processor its Parallel or Map; null for the
  /// machine.
  const State* state = nullptr;
  QueryLanguage language = QueryLanguage::jsonpath;

  bool jsonata() const { return language == QueryLanguage::jsonata; }
  bool is(ConstructKind wanted) const { return kind == wanted; }
};

/// The field that a member of a construct of the machine is, in either language; null for others. Found once.
const Field* field_of(const Construct& construct, Value member);

/// All constructs of a machine: each scope, then its states, each with everything that belongs to it. Skips
/// states of unknown type and values that are not objects.
std::vector<Construct> constructs(const Machine& machine);

}  // namespace sfn::asl
