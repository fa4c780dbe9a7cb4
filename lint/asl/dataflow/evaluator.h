// What paths, intrinsic calls, JSONata expressions and templates give for data that is known in part. Plain
// members and indexes are followed exactly; of everything else at most the type is told. Source: Amazon
// States Language specification, "Paths" and "Payload Template"; JsonPath of Jayway, whose definite paths
// fail where a member, an item, an object or an array is missing.
#pragma once

#include <unordered_map>
#include <vector>

#include "lint/asl/dataflow/datum.h"
#include "lint/asl/expression.h"

namespace sfn::asl::dataflow {

/// What paths begin with.
struct Roots {
  Datum data;             // `$`, and `$states.input` in JSONata
  Datum execution_input;  // `$$.Execution.Input`
  Datum map_item;         // `$$.Map.Item.Value`
};

/// What a path comes to.
struct Resolved {
  Existence existence = Existence::maybe;
  Datum datum = {};
  /// Where it is missing: the step that leads nowhere, and the value that does not have it.
  size_t step = 0;
  Datum holder = {};
};

Resolved resolve(const path::Path& path, const Roots& roots, Work& work);

/// A path that leads nowhere, so that its field fails.
struct Missing {
  const Expression* expression = nullptr;
  /// The path of JSONPath; null in JSONata.
  const path::Path* path = nullptr;
  /// The stretch of the parsed text from the root to the step that leads nowhere.
  Span span;
  /// What that step asks for; empty for an index.
  std::string_view name;
  /// Where the step before it ends; the stretch up to there names `holder`.
  uint32_t holder_end = 0;
  Datum holder;
};

/// Reads the expressions of one machine.
class Evaluator {
 public:
  Evaluator(const Machine& machine, Work& work);

  /// The expression of a string; null where it is none, or does not parse.
  const Expression* find(Value value) const;
  /// What the string gives that is a path, a call or a JSONata expression.
  Datum expression(Value value, const Roots& roots);
  /// What a payload template (JSONPath), or JSON with expressions in its strings (JSONata), gives.
  Datum payload(Value value, QueryLanguage language, const Roots& roots);
  Resolved resolved(const path::Path& path, const Roots& roots) { return resolve(path, roots, work_); }

  /// Whether anything was missing since the last call of `begin`.
  bool failed() const { return failed_; }
  void begin(bool recording) {
    failed_ = false;
    recording_ = recording;
  }
  bool recording() const { return recording_; }
  /// Notes that a path leads nowhere.
  void miss(const Expression& expression, const path::Path& path, const Resolved& resolved);

  Work& work() { return work_; }
  /// What was found while recording.
  const std::vector<Missing>& missing() const { return missing_; }
  /// By the node of the string: what expressions gave while recording.
  const std::unordered_map<NodeId, Datum>& values() const { return values_; }

 private:
  Datum evaluate(const Expression& expression, const Roots& roots);
  Datum follow(const Expression& expression, const path::Path& path, const Roots& roots);
  Datum call(const Expression& expression, const intrinsic::Call& call, const Roots& roots);
  Datum argument(const Expression& expression, const intrinsic::Argument& argument, const Roots& roots);
  Datum jsonata(const Expression& expression, const Roots& roots);
  Datum object(Value value, QueryLanguage language, const Roots& roots);
  Datum array(Value value, QueryLanguage language, const Roots& roots);
  void fail(Missing missing);

  Work& work_;
  std::unordered_map<NodeId, const Expression*> expressions_;
  std::vector<Missing> missing_;
  std::unordered_map<NodeId, Datum> values_;
  bool failed_ = false, recording_ = false;
};

}  // namespace sfn::asl::dataflow
