// What one state does with its data: InputPath, Parameters, ResultSelector, ResultPath, OutputPath; in
// JSONata Arguments and Output. Results of services are not known. Source: Developer Guide, "Processing input
// and output in Step Functions"; Amazon States Language specification, "Input and Output Processing".
#pragma once

#include <optional>

#include "lint/asl/dataflow/choice.h"

namespace sfn::asl::dataflow {

/// What comes out of a state, where it does not fail.
struct Passage {
  /// The data of the next state.
  Datum output;
  /// The data that branches, or the iterations of a Map, begin with. Absent where none of them runs.
  std::optional<Datum> inner = {};
  /// Of a Choice the ways that it can take.
  Decision decision = {};
};

/// Absent where the state certainly fails: a path of it leads nowhere. `raw` holds the state's input as
/// `data`.
std::optional<Passage> pass_through(const State& state, const Roots& raw, Evaluator& evaluator);

/// The data that a catcher hands on.
Datum caught(const State& state, Value catcher, const Datum& input, Evaluator& evaluator);

}  // namespace sfn::asl::dataflow
