// What paths, intrinsic calls, JSONata expressions and templates give for data of known types. Source: Amazon
// States Language specification, "Paths" and "Payload Template"; JsonPath of Jayway, whose definite paths
// fail where a member, an item, an object or an array is missing; JSONata 2.0.6.
#pragma once

#include <vector>

#include "lint/asl/expression.h"
#include "lint/asl/types/context.h"
#include "lint/asl/types/type.h"

namespace sfn::asl::types {

/// What expressions begin with.
struct Roots {
  Type data;       // `$`, and `$states.input` in JSONata
  Type variables;  // an object: `$name`
  Type context;    // `$$`, and `$states.context`
  /// In JSONata, absent where the language has none: `$states.result`, `$states.errorOutput`.
  std::optional<Type> result = {}, error_output = {};
};

struct Typed {
  Existence existence = Existence::maybe;
  Type type = {};
};

/// What a path comes to.
struct Resolved {
  Existence existence = Existence::maybe;
  Type type = {};
  /// Where it is missing: that step, and the value that does not have it. The type is then that of a member
  /// that is meant by another spelling.
  size_t step = 0;
  Type holder = {};
};

Resolved resolve(Types& types, const path::Path& path, const Roots& roots);

/// Where an expression reads something that is not there on any way to its state.
struct Missing {
  const Expression* expression = nullptr;
  /// The path of JSONPath; null in JSONata.
  const path::Path* path = nullptr;
  /// The stretch of the parsed text from the root to the step that leads nowhere, and the name in that step;
  /// of an index the whole step.
  Span span, name_span;
  /// What that step asks for; empty for an index.
  std::string_view name;
  /// Where the step before it ends; the stretch up to there names `holder`.
  uint32_t holder_end = 0;
  Type holder;
  /// Whether the whole expression has no value without it.
  bool whole = true;
  /// False in a rule of a Choice that may never be asked.
  bool sure = true;
};

/// An operand that never has a kind that its operator can take.
struct WrongOperand {
  const Expression* expression = nullptr;
  Span span;
  Type type;
  std::string_view op;
};

/// A comparison of a Choice state that can never hold.
struct NeverTrue {
  Value comparison;  // the member of the choice rule
  const Expression* variable = nullptr;
  Type type;  // of the variable
};

/// A reading of the execution input.
struct InputReading {
  uint32_t path = 0;  // see Types::input_steps
  const Expression* expression = nullptr;
  /// The stretch of the parsed text that reads it.
  Span span;
  /// False where the reading asks whether there is something, does without it, or may never happen.
  bool needed = true;
};

/// What is found while the expressions are typed for the last time.
struct Facts {
  std::vector<Missing> missing;
  std::vector<WrongOperand> wrong_operands;
  std::vector<NeverTrue> never_true;
  std::vector<InputReading> input_readings;
};

/// Types the expressions of one machine.
class Typing {
 public:
  Typing(const Machine& machine, Types& types);

  /// The expression of a string; null where it is none.
  const Expression* find(Value value) const;
  /// What the string gives that is a path, a call or a JSONata expression.
  Type expression(Value value, const Roots& roots);
  /// The same with what is known of its existence. After a miss it is anything.
  Typed typed(const Expression& expression, const Roots& roots);
  /// What a payload template (JSONPath), or JSON with expressions in its strings (JSONata), gives.
  Type payload(Value value, QueryLanguage language, const Roots& roots);
  /// Follows a path of an expression, and notes what it reads.
  Resolved follow(const Expression& expression, const path::Path& path, const Roots& roots);

  /// Whether facts are noted: only once the types of all data are settled.
  bool recording = false;
  /// Whether `value` gets what is typed while facts are noted.
  bool keeps_values = true;
  /// Above 0 nothing is said to be missing: the expression asks whether it is there.
  uint32_t quiet = 0;
  /// See Missing::sure.
  bool sure = true;
  /// Whether something was missing since it was set to false that fails the state for certain.
  bool failed = false;
  Facts facts;
  Types& types() { return types_; }
  Contexts& contexts() { return contexts_; }

  /// By the node of its string: what an expression gave while recording. Absent for one that was not reached.
  std::optional<Type> value(NodeId node) const;

  void miss(Missing missing);
  /// `needed`: the expression has no value without it.
  void note_input(const Expression& expression, Span span, Type type, bool needed);

 private:
  void miss(const Expression& expression, const path::Path& path, const Resolved& resolved);
  Type call(const Expression& expression, const intrinsic::Call& call, const Roots& roots);
  Type argument(const Expression& expression, const intrinsic::Argument& argument, const Roots& roots);
  /// Whether there is no expression in an object or array.
  bool is_plain(Value value, QueryLanguage language);
  Type object(Value value, QueryLanguage language, const Roots& roots);
  Type array(Value value, QueryLanguage language, const Roots& roots);

  const Machine& machine_;
  Types& types_;
  Contexts contexts_;
  static constexpr uint32_t none = UINT32_MAX;
  std::vector<uint32_t> by_node_;  // of each node its expression
  std::vector<std::optional<Type>> values_;
};

/// What a JSONata expression gives. `$states` and variables are looked up in the roots.
Typed jsonata_type(Typing& typing, const Expression& expression, const Roots& roots);

}  // namespace sfn::asl::types
