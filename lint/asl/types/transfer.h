// What one state does with its data and its variables, in both query languages. Source: Developer Guide,
// "Processing input and output in Step Functions", "Passing data between states with variables"; Amazon
// States Language specification, "Input and Output Processing".
#pragma once

#include <functional>

#include "lint/asl/types/narrow.h"

namespace sfn::asl::types {

/// What a state begins with.
struct Entry {
  Type data;
  Type variables;
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// What a scope begins with, and what its context object holds.
struct ScopeEntry {
  Entry entry;
  Type execution_input;
  Type map_item;
};

/// A transition that the data leaves open, and what the next state begins with.
struct Way {
  const Transition* transition = nullptr;
  Entry entry;
};

struct Passage {
  std::vector<Way> ways;
  /// What the scope ends with here; absent where the state does not end it.
  std::optional<Type> end = {};
  /// Of a Choice: whether the data leaves no other way open than the one way there is.
  bool decided = true;
  /// Whether the state fails whatever the data. The ways say what it would hand on otherwise.
  bool fails = false;
  /// Of a Parallel or Map: whether what is in it surely runs.
  bool enters = true;
};

/// What the states of an inner scope give in the end, when they begin with this.
using RunScope = std::function<Type(const Scope&, const ScopeEntry&)>;

struct Surrounding {
  const ScopeEntry* scope = nullptr;
  const ResultTypes* results = nullptr;  // null: no result of a service is known
  RunScope run_scope;
};

/// `entry` is what the state begins with. Each path that leads nowhere is noted in the facts of `typing`, and
/// gives anything.
Passage pass_through(const State& state, const Entry& entry, Typing& typing, const Surrounding& around);

}  // namespace sfn::asl::types
