#include "lint/asl/machine.h"

#include <atomic>

#include "lint/asl/constructs.h"
#include "lint/asl/expression.h"
#include "lint/asl/variables.h"

namespace sfn::asl {

namespace {

constexpr std::string_view type_names[] = {"state",   "Task", "Pass",     "Choice", "Wait",
                                           "Succeed", "Fail", "Parallel", "Map"};

QueryLanguage language_of(Value holder, QueryLanguage otherwise) {
  const auto text = holder["QueryLanguage"].literal();
  if (text == "JSONata") return QueryLanguage::jsonata;
  if (text == "JSONPath") return QueryLanguage::jsonpath;
  return otherwise;
}

void add_transition(State& state, TransitionKind kind, Value holder, std::string_view field) {
  const Value target = holder[field];
  if (target.is_string() || target.is_opaque()) state.transitions.push_back({kind, &state, holder, target});
}

void collect_transitions(State& state) {
  if (state.is(StateType::succeed) || state.is(StateType::fail)) return;
  if (state.is(StateType::choice)) {
    for (Value rule : state["Choices"]) add_transition(state, TransitionKind::rule, rule, "Next");
    add_transition(state, TransitionKind::fallback, state.value, "Default");
  } else {
    add_transition(state, TransitionKind::next, state.value, "Next");
  }
  for (Value catcher : state["Catch"]) add_transition(state, TransitionKind::catcher, catcher, "Next");
}

}  // namespace

StateType state_type(std::string_view type) {
  for (size_t i = 1; i < std::size(type_names); ++i)
    if (type_names[i] == type) return static_cast<StateType>(i);
  return StateType::unknown;
}

std::string_view name(StateType type) { return type_names[static_cast<size_t>(type)]; }

const State* Scope::find(std::string_view name) const {
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

bool Scope::distributed() const {
  return kind == ScopeKind::processor && value["ProcessorConfig"]["Mode"].literal() == "DISTRIBUTED";
}

bool Scope::express() const {
  if (distributed()) return value["ProcessorConfig"]["ExecutionType"].literal() == "EXPRESS";
  if (const Scope* outer = parent()) return outer->express();
  return machine->surroundings().type == MachineType::express;
}

const Scope* Scope::parent() const { return owner ? owner->scope : nullptr; }

bool Machine::is_definition(Value root) {
  return root.is_object() && (root.has("StartAt") || root.has("States"));
}

struct Machine::Derived {
  std::optional<std::vector<Construct>> constructs;
  std::optional<std::vector<Expression>> expressions;
  std::vector<std::span<const Expression>> by_state;  // by State::index
  std::optional<Variables> variables;

  void index(size_t states) {
    by_state.resize(states);
    const std::vector<Expression>& all = *expressions;
    for (size_t first = 0, last = 0; first < all.size(); first = last) {
      const State* const state = all[first].state();
      while (last < all.size() && all[last].state() == state) ++last;
      if (state) by_state[state->index] = std::span(all).subspan(first, last - first);
    }
  }
};

Machine::~Machine() = default;

const std::vector<Construct>& Machine::constructs() const {
  if (!derived_->constructs) derived_->constructs = asl::constructs(*this);
  return *derived_->constructs;
}

const std::vector<Expression>& Machine::expressions() const {
  if (!derived_->expressions) {
    derived_->expressions = asl::expressions(*this);
    derived_->index(states_.size());
  }
  return *derived_->expressions;
}

std::span<const Expression> Machine::expressions(const State& state) const {
  expressions();
  return derived_->by_state[state.index];
}

const Variables& Machine::variables() const {
  if (!derived_->variables) derived_->variables.emplace(*this);
  return *derived_->variables;
}

size_t Machine::new_fact() {
  static std::atomic<size_t> facts{0};
  return facts++;
}

void Machine::keep(size_t number, std::shared_ptr<void> fact) const {
  if (number >= facts_.size()) facts_.resize(number + 1);
  facts_[number] = std::move(fact);
}

Machine::Machine(const Document& document, Surroundings surroundings)
    : document_(document), surroundings_(std::move(surroundings)), derived_(std::make_unique<Derived>()) {
  language_ = language_of(root(), QueryLanguage::jsonpath);
  add_scope(root(), ScopeKind::machine, nullptr);
  // Scopes found on the way are appended, so that this loop reaches every one without recursion.
  for (size_t i = 0; i < scopes_.size(); ++i) add_states(scopes_[i]);
}

Scope& Machine::add_scope(Value value, ScopeKind kind, const State* owner) {
  Scope& scope = scopes_.emplace_back();
  scope.machine = this;
  scope.kind = kind;
  scope.owner = owner;
  scope.value = value;
  if (value["States"].is_object()) scope.states_value = value["States"];
  if (value["StartAt"].is_string()) scope.start_at = value["StartAt"];
  return scope;
}

void Machine::add_states(Scope& scope) {
  const auto count_before = static_cast<std::ptrdiff_t>(states_.size());
  for (Value value : scope.states_value) {
    if (!value.is_object()) continue;
    const State& state = add_state(scope, value);
    scope.states.push_back(&state);
    scope.by_name[state.name] = &state;
  }
  resolve(scope, states_.begin() + count_before, states_.end());
}

State& Machine::add_state(const Scope& scope, Value value) {
  State& state = states_.emplace_back();
  state.scope = &scope;
  state.number = static_cast<uint32_t>(scope.states.size());
  state.index = static_cast<uint32_t>(states_.size() - 1);
  state.value = value;
  state.name = value.name();
  state.type = state_type(value["Type"].literal().value_or(""));
  if (state.is(StateType::task)) state.resource = read_resource(value["Resource"]);
  state.language = language_of(value, language_);
  state.terminal =
      value["End"].boolean().value_or(false) || state.is(StateType::succeed) || state.is(StateType::fail);
  collect_transitions(state);
  add_inner_scopes(state);
  return state;
}

void Machine::add_inner_scopes(State& state) {
  const auto add = [&](Value value, ScopeKind kind) {
    if (value.is_object()) state.inner.push_back(&add_scope(value, kind, &state));
  };
  if (state.is(StateType::parallel))
    for (Value branch : state["Branches"]) add(branch, ScopeKind::branch);
  if (state.is(StateType::map)) {
    add(state["ItemProcessor"], ScopeKind::processor);
    add(state["Iterator"], ScopeKind::processor);
  }
}

void Machine::resolve(Scope& scope, std::deque<State>::iterator first, std::deque<State>::iterator last) {
  if (const auto name = scope.start_at.literal()) scope.start = scope.find(*name);
  for (; first != last; ++first)
    for (Transition& transition : first->transitions) {
      const auto name = transition.target.literal();
      const auto found = name ? scope.by_name.find(*name) : scope.by_name.end();
      if (found == scope.by_name.end()) continue;
      transition.to = found->second;
      ++states_[found->second->index].entries;
    }
}

}  // namespace sfn::asl
