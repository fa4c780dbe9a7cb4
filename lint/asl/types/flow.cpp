#include "lint/asl/types/flow.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "lint/asl/types/order.h"

namespace sfn::asl::types {

namespace {

// What loops make may never settle.
constexpr uint8_t most_full_changes = 8, most_changes = 24;
constexpr uint32_t few_levels = 2;
// Ways to one state that are followed one by one.
constexpr size_t most_ways = 16;

// A placeholder may be a state, a transition or a field that changes the data: then any state may begin with
// anything.
bool is_open(const Scope& scope) {
  if (scope.open()) return true;
  for (const State* state : scope.states) {
    if (state->value.open() || state->value.is_opaque() || state->is(StateType::unknown)) return true;
    for (const Transition& way : state->transitions)
      if (!way.to && !way.target.literal()) return true;
    for (const char* list : {"Choices", "Catch"})
      for (Value one : (*state)[list])
        if (one.is_opaque()) return true;
    if ((*state)["Choices"].is_opaque() || (*state)["Catch"].is_opaque()) return true;
  }
  return false;
}

}  // namespace

class Flow::Run {
 public:
  // The states in the order in which they are followed.
  struct Earlier {
    const std::vector<uint32_t>* order = nullptr;
    bool operator()(const State* a, const State* b) const {
      return (*order)[a->index] != (*order)[b->index] ? (*order)[a->index] < (*order)[b->index]
                                                      : a->index < b->index;
    }
  };
  struct StateFlow {
    std::optional<Entry> entry;
    uint8_t changes = 0;
    Passage passage;
  };

  struct ScopeFlow {
    ScopeFlow(const Scope& scope, Earlier earlier) : open(is_open(scope)), failing(earlier) {}
    std::optional<ScopeEntry> begin;
    std::optional<Type> end;
    bool open;
    std::map<const State*, Passage, Earlier> failing;
  };

  Run(const Machine& machine, const ResultTypes* results, const Document* sample)
      : machine_(machine),
        results_(results),
        types_(results_, work_),
        typing_(machine, types_),
        order_(flow_order(machine)),
        states_(machine.states().size()) {
    const Type input = sample ? types_.literal(sample->root(), Origin::sample) : types_.input();
    settle(machine.root_scope(), {{input, types_.object({}, Type(), {})}, input, {}});
    record();
  }

  Types& types() { return types_; }
  const Typing& typing() const { return typing_; }
  const StateFlow& of(const State& state) const { return states_[state.index]; }
  const std::vector<MissingOnOneWay>& missing_on_one_way() const { return missing_on_one_way_; }
  bool spent() const { return work_.spent(); }

 private:
  using Waiting = std::set<const State*, Earlier>;

  Type end_of(const Scope& scope) const {
    const auto found = scopes_.find(&scope);
    return found == scopes_.end() ? Type() : found->second.end.value_or(Type());
  }

  // What the scope ends with when it begins with this, and with all that it began with before.
  Type settle(const Scope& scope, const ScopeEntry& begin) {
    ScopeFlow& flow = scopes_.try_emplace(&scope, scope, Earlier{&order_}).first->second;
    Waiting waiting(Earlier{&order_});
    if (!joined(flow, begin) || !scope.start) return flow.end.value_or(Type());
    for (const State* state : scope.states) {
      if (flow.open) enter(*state, {}, waiting);
      if (of(*state).entry) waiting.insert(state);
    }
    enter(*scope.start, flow.begin->entry, waiting);
    do {
      while (!waiting.empty()) {
        const State& state = **waiting.begin();
        waiting.erase(waiting.begin());
        hand_on(state, flow, waiting);
      }
      pass_failing_states(flow, waiting);
    } while (!waiting.empty());
    if (flow.open) flow.end = Type();
    return flow.end.value_or(Type());
  }

  // False if nothing is new.
  bool joined(ScopeFlow& flow, const ScopeEntry& begin) {
    if (!flow.begin) {
      flow.begin = begin;
      return true;
    }
    const ScopeEntry before = *flow.begin;
    const ScopeEntry all{{types_.join(before.entry.data, begin.entry.data),
                          types_.join(before.entry.variables, begin.entry.variables)},
                         types_.join(before.execution_input, begin.execution_input),
                         types_.join(before.map_item, begin.map_item)};
    flow.begin = all;
    return all.entry != before.entry || all.execution_input != before.execution_input ||
           all.map_item != before.map_item;
  }

  void enter(const State& state, const Entry& entry, Waiting& waiting) {
    StateFlow& flow = states_[state.index];
    if (!flow.entry) {
      flow.entry = entry;
      waiting.insert(&state);
      return;
    }
    const uint32_t levels = flow.changes < most_full_changes ? Types::deepest : few_levels;
    Entry all{types_.join(flow.entry->data, entry.data, levels),
              types_.join(flow.entry->variables, entry.variables, levels)};
    if (all == *flow.entry) return;
    if (++flow.changes > most_changes || work_.spent()) all = {};
    if (all == *flow.entry) return;
    flow.entry = all;
    waiting.insert(&state);
  }

  void hand_on(const State& state, ScopeFlow& flow, Waiting& waiting) {
    const Entry entry = *of(state).entry;
    const Passage passage = pass(state, entry, flow);
    flow.failing.erase(&state);
    if (passage.fails) flow.failing.emplace(&state, passage);
    for (const Way& way : passage.ways)
      if (way.transition->to && (!passage.fails || way.transition->kind == TransitionKind::catcher))
        enter(*way.transition->to, way.entry, waiting);
    if (!passage.end) return;
    flow.end = flow.end ? types_.join(*flow.end, *passage.end) : *passage.end;
  }

  // A state that surely fails adds nothing to what is behind it. What nothing else leads to is followed all
  // the same, as if the fault were mended.
  void pass_failing_states(const ScopeFlow& flow, Waiting& waiting) {
    for (const auto& [state, passage] : flow.failing)
      for (const Way& way : passage.ways)
        if (way.transition->to && !of(*way.transition->to).entry)
          enter(*way.transition->to, way.entry, waiting);
  }

  Passage pass(const State& state, const Entry& entry, const ScopeFlow& flow) {
    const Surrounding around{&*flow.begin, results_, [this](const Scope& inner, const ScopeEntry& begin) {
                               return typing_.recording ? end_of(inner) : settle(inner, begin);
                             }};
    return pass_through(state, entry, typing_, around);
  }

  void record() {
    typing_.recording = true;
    for (const State& state : machine_.states())
      if (of(state).entry)
        states_[state.index].passage = pass(state, *of(state).entry, scopes_.at(state.scope));
    Facts facts = std::move(typing_.facts);
    typing_.keeps_values = false;
    for (const Scope& scope : machine_.scopes()) record_ways(scope, facts);
    typing_.facts = std::move(facts);
    typing_.recording = false;
  }

  // Follows the states where ways meet once more, with what each way brings.
  void record_ways(const Scope& scope, const Facts& facts) {
    const auto found = scopes_.find(&scope);
    if (found == scopes_.end() || found->second.open) return;
    const ScopeFlow& flow = found->second;
    std::unordered_map<const State*, std::vector<WayIn>> ways;
    for (const State* from : scope.states)
      for (const Way& way : of(*from).passage.ways)
        if (way.transition->to) ways[way.transition->to].push_back({from, way.transition, way.entry});
    if (scope.start) ways[scope.start].push_back({nullptr, nullptr, flow.begin->entry});
    for (const State* state : scope.states)
      if (ways[state].size() > 1 && ways[state].size() <= most_ways)
        record_ways(*state, ways[state], flow, facts);
  }

  void record_ways(const State& state, const std::vector<WayIn>& ways, const ScopeFlow& flow,
                   const Facts& facts) {
    for (const WayIn& way : ways) {
      if (way.entry == *of(state).entry || !way.from) continue;
      typing_.facts = {};
      pass(state, way.entry, flow);
      for (const Missing& missing : typing_.facts.missing)
        if (!has(facts.missing, missing)) missing_on_one_way_.push_back({missing, way});
    }
  }

  static bool has(const std::vector<Missing>& all, const Missing& one) {
    return std::any_of(all.begin(), all.end(), [&](const Missing& other) {
      return other.expression == one.expression && other.span.begin == one.span.begin;
    });
  }

  const Machine& machine_;
  const ResultTypes* results_;
  Work work_;
  Types types_;
  Typing typing_;
  std::vector<uint32_t> order_;
  std::vector<StateFlow> states_;  // by their index
  std::unordered_map<const Scope*, ScopeFlow> scopes_;
  std::vector<MissingOnOneWay> missing_on_one_way_;
};

Flow::Flow(const Machine& machine, const ResultTypes* results, const Document* sample)
    : run_(std::make_unique<Run>(machine, results, sample)) {}
Flow::~Flow() = default;

Types& Flow::types() const { return run_->types(); }
bool Flow::spent() const { return run_->spent(); }

const Facts& Flow::facts() const {
  static const Facts none;
  return spent() ? none : run_->typing().facts;
}

std::optional<Type> Flow::value(Value expression) const {
  return spent() || !expression ? std::nullopt : run_->typing().value(expression.id());
}

std::optional<Entry> Flow::entry(const State& state) const {
  return spent() ? std::nullopt : run_->of(state).entry;
}

const Passage& Flow::passage(const State& state) const { return run_->of(state).passage; }

const std::vector<MissingOnOneWay>& Flow::missing_on_one_way() const {
  static const std::vector<MissingOnOneWay> none;
  return spent() ? none : run_->missing_on_one_way();
}

}  // namespace sfn::asl::types
