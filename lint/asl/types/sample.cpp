#include "lint/asl/types/sample.h"

#include "lint/asl/types/post_dominators.h"

namespace sfn::asl::types {

namespace {

class SureStates {
 public:
  SureStates(const Machine& machine, const Flow& flow, bool catchers)
      : flow_(flow), catchers_(catchers), sure_(machine.states().size()) {}

  std::vector<bool> find(const Scope& root) {
    follow(root);
    return std::move(sure_);
  }

 private:
  void follow(const Scope& scope) {
    const auto end = static_cast<uint32_t>(scope.states.size());
    std::vector<uint32_t> meetings;
    std::vector<const State*> waiting;
    const auto add = [&](const State* state) {
      if (!state || sure_[state->index] || !flow_.entry(*state)) return;
      sure_[state->index] = true;
      waiting.push_back(state);
    };
    add(scope.start);
    while (!waiting.empty()) {
      const State& state = *waiting.back();
      waiting.pop_back();
      if (flow_.passage(state).enters)
        for (const Scope* inner : state.inner) follow(*inner);
      for (const Way& way : flow_.passage(state).ways)
        if (catchers_ && way.transition->kind == TransitionKind::catcher) add(way.transition->to);
      if (!flow_.passage(state).decided) {
        if (meetings.empty()) meetings = post_dominators(graph(scope), end, work_);
        if (meetings[state.number] < end) add(scope.states[meetings[state.number]]);
      } else {
        for (const Way& way : flow_.passage(state).ways)
          if (way.transition->kind != TransitionKind::catcher) add(way.transition->to);
      }
    }
  }

  // Where each state can lead; the last node is the end of the scope.
  Graph graph(const Scope& scope) const {
    const auto end = static_cast<uint32_t>(scope.states.size());
    Graph graph(end + 1);
    for (const State* state : scope.states) {
      std::vector<uint32_t>& to = graph[state->number];
      const Passage& passage = flow_.passage(*state);
      for (const Way& way : passage.ways)
        if (way.transition->kind != TransitionKind::catcher)
          to.push_back(way.transition->to ? way.transition->to->number : end);
      if (to.empty() || (!passage.decided && !state->value.has("Default"))) to.push_back(end);
    }
    return graph;
  }

  const Flow& flow_;
  bool catchers_;
  std::vector<bool> sure_;
  mutable Work work_;
};

}  // namespace

std::vector<bool> sure_states(const Machine& machine, const Flow& flow, bool catchers) {
  return SureStates(machine, flow, catchers).find(machine.root_scope());
}

SampleRun::SampleRun(const Machine& machine, const ResultTypes* results, const Document& input)
    : input_(input), flow_(machine, results, &input), sure_(sure_states(machine, flow_, true)) {}

std::vector<Missing> SampleRun::missing() const {
  std::vector<Missing> found;
  for (const Missing& one : flow_.facts().missing) {
    const bool certain = flow_.types().provenance(one.holder).origin <= Origin::sample;
    if (one.sure && one.whole && certain && surely_runs(*one.expression->state())) found.push_back(one);
  }
  return found;
}

std::optional<Type> SampleRun::value(Value expression, const State& state) const {
  return surely_runs(state) ? flow_.value(expression) : std::nullopt;
}

SampleRuns::SampleRuns(const Machine& machine, const ResultTypes* results) {
  for (const Document* input : machine.surroundings().inputs) all_.emplace_back(machine, results, *input);
}

}  // namespace sfn::asl::types
