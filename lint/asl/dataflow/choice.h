// Which rules of a Choice state the data decides. Source: Amazon States Language specification, "Choice
// State".
#pragma once

#include <vector>

#include "lint/asl/dataflow/evaluator.h"

namespace sfn::asl::dataflow {

/// The ways that the state can take.
struct Decision {
  std::vector<const Transition*> ways;
  /// Whether the data leaves no other way open: then there is at most one.
  bool certain = true;
};

/// `roots.data` is the effective input. Paths that lead nowhere are missed only in rules that are surely
/// asked; a rule is asked while none before it can hold. JSONata conditions decide nothing.
Decision decide(const State& choice, const Roots& roots, Evaluator& evaluator);

}  // namespace sfn::asl::dataflow
