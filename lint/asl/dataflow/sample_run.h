// A sample execution input, followed through a machine from StartAt as far as it is certain.
//
// All ways are followed that the data does not rule out: the data of a state that several ways lead to is
// what all of them agree on. Paths are missed only where they lead nowhere on every way, and only in states
// that every run with this input comes to unless something fails before: behind a Choice that the data does
// not decide, that is where its ways meet again. Results of services, workflow variables and expressions
// beyond plain members are not known. Catchers are followed as if their error had happened.
#pragma once

#include <deque>
#include <memory>

#include "lint/asl/dataflow/evaluator.h"

namespace sfn::asl::dataflow {

/// It borrows the machine and the input. The work is bounded whatever both of them hold: where that does not
/// suffice, nothing is found.
class SampleRun {
 public:
  SampleRun(const Machine& machine, const Document& input);
  ~SampleRun();
  SampleRun(const SampleRun&) = delete;

  /// The paths that this input does not satisfy. What comes behind them is not followed further.
  const std::vector<Missing>& missing() const;
  /// What the string of an expression gives in a state that surely runs; null where that is not so.
  const Datum* value(Value expression) const;

 private:
  Work work_;
  std::unique_ptr<Evaluator> evaluator_;
};

/// The runs of all sample inputs of a machine, in their order. Several rules read them:
/// `machine.derive<SampleRuns>()`.
class SampleRuns {
 public:
  struct One {
    One(const Machine& machine, const Document& sample) : input(sample), run(machine, sample) {}
    const Document& input;
    SampleRun run;
  };
  explicit SampleRuns(const Machine& machine);
  std::deque<One>::const_iterator begin() const { return all_.begin(); }
  std::deque<One>::const_iterator end() const { return all_.end(); }

 private:
  std::deque<One> all_;
};

}  // namespace sfn::asl::dataflow
