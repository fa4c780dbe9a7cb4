// Workflow variables: where Assign sets them, where expressions read them, and which are set when a state
// starts. Source: Developer Guide, page workflow-variables; specification, "Variables".
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lint/asl/expression.h"

namespace sfn::asl {

/// One name that an Assign sets.
struct Assignment {
  /// Without the suffix `.$`.
  std::string_view name;
  /// The member of Assign.
  Value member;
  /// The state, choice rule or catcher that assigns. Its scope is the one that the variable belongs to.
  const Construct* construct = nullptr;

  const Scope& scope() const { return *construct->scope; }
};

/// One use of `$name` in an expression that does not bind it and where it is not a function.
struct VariableRead {
  std::string_view name;  // without `$`
  Place place;            // `$name`
  const Expression* expression = nullptr;
  /// Whether the expression consists only of the variable or a path from it, so that it has no value if the
  /// variable has none. Elsewhere a function or an operator may not need the value.
  bool whole = false;

  const State& state() const { return *expression->state(); }
};

using Names = std::unordered_set<std::string_view>;

/// All of a machine; Machine::variables makes it once.
class Variables {
 public:
  explicit Variables(const Machine& machine);

  const std::vector<Assignment>& assignments() const { return assignments_; }
  const std::vector<VariableRead>& reads() const { return reads_; }
  /// Whether a placeholder may assign names that are not visible, so that none is certainly unset.
  bool open() const { return open_; }
  /// Whether a path from StartAt leads to the state. The functions below are only about such states.
  bool reached(const State& state) const { return entries_.count(&state) > 0; }
  /// Whether the name is set when the state starts, on every path that leads there.
  bool surely_set(const State& state, std::string_view name) const;
  /// Whether it is set on some path.
  bool possibly_set(const State& state, std::string_view name) const;
  /// The names that a scope itself assigns.
  const Names& assigned_in(const Scope& scope) const;
  /// Whether any scope assigns the name.
  bool assigned_anywhere(std::string_view name) const;
  /// The nearest scope, from `scope` outwards, that assigns the name; null if none does.
  const Scope* owner(const Scope& scope, std::string_view name) const;

 private:
  // A set of names by their index. Machines can have thousands of states and names, so sets are bits.
  using Set = std::vector<bool>;
  // The variables that are set on entry to a state, in its own scope and those around it.
  struct Entry {
    Set certain, possible;
  };

  void collect_assignments(const Machine& machine);
  void collect_reads(const Machine& machine);
  void add_jsonata_reads(const Expression& expression);
  void flow(const Scope& scope);
  bool pass_on(const State& from, const Transition& transition);

  std::vector<Assignment> assignments_;
  std::vector<VariableRead> reads_;
  bool open_ = false;
  std::unordered_map<const Scope*, Names> by_scope_;
  std::unordered_map<std::string_view, size_t> index_;  // of each name that is assigned anywhere
  std::unordered_map<NodeId, std::vector<size_t>> by_holder_;
  std::unordered_map<const State*, Entry> entries_;
};

}  // namespace sfn::asl
