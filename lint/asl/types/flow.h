// The data of a machine, state by state: what each begins with and hands on, on all ways that lead to it.
//
// The data of a state that several ways lead to is the join of what they bring. Loops are followed until
// nothing changes any more, which is bounded: after some changes of a state's data only its top is told
// apart, and after more nothing is known of it. Catchers are followed as if their error had happened.
#pragma once

#include <memory>
#include <vector>

#include "lint/asl/types/transfer.h"

namespace sfn::asl::types {

/// A way to a state.
struct WayIn {
  const State* from = nullptr;
  const Transition* transition = nullptr;
  Entry entry;
};

/// A reading that leads nowhere for what one way brings, while others bring what it asks for.
struct MissingOnOneWay {
  Missing missing;
  WayIn way;
};

/// It borrows the machine, the results and the sample. The work is bounded whatever both of them hold: where
/// that does not suffice, nothing is known.
class Flow {
 public:
  /// `results` may be null: then nothing is known of what services return. Without a sample nothing is known
  /// of the execution input.
  Flow(const Machine& machine, const ResultTypes* results, const Document* sample = nullptr);
  ~Flow();
  Flow(const Flow&) = delete;

  /// The types live as long as the flow; asking them may add some.
  Types& types() const;
  /// What the expressions of all states that are reached have wrong.
  const Facts& facts() const;
  /// What a string with an expression gives; absent in a state that is not reached.
  std::optional<Type> value(Value expression) const;
  /// What a state begins with; absent for one that is not reached.
  std::optional<Entry> entry(const State& state) const;
  /// What it hands on, and how; with what a scope ends with.
  const Passage& passage(const State& state) const;
  /// What is missing on some ways to a state only, all other ways to it bringing it.
  const std::vector<MissingOnOneWay>& missing_on_one_way() const;
  /// Whether the data was too much to follow.
  bool spent() const;

 private:
  class Run;
  std::unique_ptr<Run> run_;
};

}  // namespace sfn::asl::types
