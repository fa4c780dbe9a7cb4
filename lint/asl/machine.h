// A definition as the Amazon States Language sees it: scopes, states, transitions. Malformed parts are absent
// here; rules find them in the values. Source: https://states-language.net/spec.html and the Step Functions
// Developer Guide.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/asl/resource.h"
#include "lint/asl/surroundings.h"
#include "lint/document.h"

namespace sfn::asl {

class Machine;
class Variables;
struct Construct;
struct Expression;
struct State;

enum class StateType : uint8_t { unknown, task, pass, choice, wait, succeed, fail, parallel, map };
enum class QueryLanguage : uint8_t { jsonpath, jsonata };
enum class ScopeKind : uint8_t {
  machine,    // the root
  branch,     // one of a Parallel's Branches
  processor,  // a Map's ItemProcessor or Iterator
};

/// One `States` object with its `StartAt`; transitions cannot leave it.
struct Scope {
  const Machine* machine = nullptr;
  ScopeKind kind = ScopeKind::machine;
  /// The Parallel or Map that contains the scope; null for the machine.
  const State* owner = nullptr;
  /// The object with StartAt and States.
  Value value;
  /// The object `States`; absent if it is missing or not an object.
  Value states_value;
  std::vector<const State*> states;
  /// The value of StartAt; absent if missing or not a string.
  Value start_at;
  /// The state that it names; null if it does not exist.
  const State* start = nullptr;
  std::unordered_map<std::string_view, const State*> by_name;

  /// The state of that name in this scope; null if it does not exist. If the name is duplicated, the last
  /// one.
  const State* find(std::string_view name) const;
  /// Whether placeholders may add states, so that no name is certainly unknown.
  bool open() const { return states_value.open() || value.open(); }
  /// Whether this is the processor of a Map in DISTRIBUTED mode.
  bool distributed() const;
  /// Whether the states run under the limits of an Express workflow, because the machine is one or an
  /// enclosing distributed processor has ExecutionType EXPRESS. False if the type is not known.
  bool express() const;
  /// The scope around this one; null for the machine.
  const Scope* parent() const;
};

enum class TransitionKind : uint8_t { next, fallback /* Default */, rule, catcher };

/// A field that names the next state.
struct Transition {
  TransitionKind kind;
  const State* from = nullptr;
  /// The object that contains the field: the state, the choice rule, the catcher.
  Value holder;
  /// The string that names the target.
  Value target;
  /// The state that it names in the scope of `from`; null if it does not exist or the name contains a
  /// placeholder.
  const State* to = nullptr;
};

struct State {
  const Scope* scope = nullptr;
  /// Its index in `scope->states`, and in Machine::states.
  uint32_t number = 0, index = 0;
  /// The number of transitions in its scope that lead here, not counting StartAt.
  uint32_t entries = 0;
  /// The object; its key is the name. Members of States that are not objects are not states here.
  Value value;
  std::string_view name;
  StateType type = StateType::unknown;
  /// Its own QueryLanguage, or else that of the machine.
  QueryLanguage language = QueryLanguage::jsonpath;
  /// What the Resource of a Task refers to, parsed once for all rules; `unknown` for other states.
  Resource resource;
  /// `End: true`, or a Succeed or Fail state.
  bool terminal = false;
  std::vector<Transition> transitions;
  /// The branches of a Parallel, the processor of a Map.
  std::vector<const Scope*> inner;

  const Machine& machine() const { return *scope->machine; }
  bool jsonata() const { return language == QueryLanguage::jsonata; }
  bool is(StateType wanted) const { return type == wanted; }
  /// The Task's Parameters (JSONPath) or Arguments (JSONata).
  Value arguments() const { return value[jsonata() ? "Arguments" : "Parameters"]; }
  /// The value of a member.
  Value operator[](std::string_view field) const { return value[field]; }
};

/// The scopes and states of one definition, outer ones first. It borrows the document, and so do the
/// states and all that is derived.
class Machine {
 public:
  Machine(const Document& document, Surroundings surroundings);
  Machine(const Document&& temporary, Surroundings surroundings) = delete;
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  /// Whether a root is intended as a definition: an object with StartAt or States.
  static bool is_definition(Value root);

  const Document& document() const { return document_; }
  Value root() const { return document_.root(); }
  const Surroundings& surroundings() const { return surroundings_; }
  /// The QueryLanguage of the root.
  QueryLanguage language() const { return language_; }
  const std::deque<Scope>& scopes() const { return scopes_; }
  const std::deque<State>& states() const { return states_; }
  const Scope& root_scope() const { return scopes_.front(); }
  /// Every object with fields of the language (lint/asl/constructs.h), collected when first asked for.
  const std::vector<Construct>& constructs() const;
  /// Every text that is an expression or may be one (lint/asl/expression.h), parsed when first asked for.
  const std::vector<Expression>& expressions() const;
  /// The expressions of one state: in its fields, and in its retriers, catchers, rules, reader and writer.
  std::span<const Expression> expressions(const State& state) const;
  /// Where variables are assigned and read (lint/asl/variables.h), computed on first use.
  const Variables& variables() const;
  /// Data that several rules derive from a machine: a `T(machine)`, computed on first use and cached.
  template <typename T>
  const T& derive() const {
    static const size_t number = new_fact();
    if (number >= facts_.size() || !facts_[number]) keep(number, std::make_shared<T>(*this));
    return *static_cast<const T*>(facts_[number].get());
  }

 private:
  // A number for each type that is derived.
  static size_t new_fact();
  void keep(size_t number, std::shared_ptr<void> fact) const;
  Scope& add_scope(Value value, ScopeKind kind, const State* owner);
  void add_states(Scope& scope);
  State& add_state(const Scope& scope, Value value);
  void add_inner_scopes(State& state);
  void resolve(Scope& scope, std::deque<State>::iterator first, std::deque<State>::iterator last);

  const Document& document_;
  const Surroundings surroundings_;
  QueryLanguage language_ = QueryLanguage::jsonpath;
  std::deque<Scope> scopes_;
  std::deque<State> states_;
  // Derived data is computed once. A machine belongs to one thread.
  struct Derived;
  mutable std::unique_ptr<Derived> derived_;
  mutable std::vector<std::shared_ptr<void>> facts_;  // by the numbers of their types
};

/// `unknown` for text that is not one of the eight types.
StateType state_type(std::string_view type);
/// The name as `Type` spells it; "state" for `unknown`.
std::string_view name(StateType type);

}  // namespace sfn::asl
