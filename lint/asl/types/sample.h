// The flow of each sample input, and which states surely run with it.
#pragma once

#include <deque>

#include "lint/asl/types/flow.h"

namespace sfn::asl::types {

/// By the state's index, which states come about in every execution that no state fails before; behind a
/// Choice that the data does not decide, that is where its ways meet again. With `catchers` also what
/// catchers lead to, and what follows them.
std::vector<bool> sure_states(const Machine& machine, const Flow& flow, bool catchers);

/// A sample input, followed through a machine from StartAt as far as it is certain.
class SampleRun {
 public:
  SampleRun(const Machine& machine, const ResultTypes* results, const Document& input);

  const Document& input() const { return input_; }
  const Flow& flow() const { return flow_; }
  /// Whether every run with this input comes to the state unless something fails before: behind a Choice that
  /// the data does not decide, that is where its ways meet again.
  bool surely_runs(const State& state) const { return sure_[state.index]; }
  /// The paths that this input does not satisfy, in states that surely run.
  std::vector<Missing> missing() const;
  /// What the string of an expression gives in a state that surely runs; absent in others.
  std::optional<Type> value(Value expression, const State& state) const;

 private:
  const Document& input_;
  Flow flow_;
  std::vector<bool> sure_;  // by the state's index
};

/// The runs of all sample inputs of a machine, in their order.
class SampleRuns {
 public:
  SampleRuns(const Machine& machine, const ResultTypes* results);
  std::deque<SampleRun>::const_iterator begin() const { return all_.begin(); }
  std::deque<SampleRun>::const_iterator end() const { return all_.end(); }

 private:
  std::deque<SampleRun> all_;
};

}  // namespace sfn::asl::types
