#include "rules/flow/shared/unreachable.h"

#include "rules/flow/shared/targets.h"

namespace sfn::rules::flow {

namespace {

bool is_doubtful(const asl::Scope& scope, const asl::State& state) {
  if (state.transitions.empty()) return true;
  for (const asl::Transition& transition : state.transitions)
    if (!transition.to && (!transition.target.literal() || !meant(scope, *transition.target.literal()).state))
      return true;
  return state.is(asl::StateType::unknown) || state.value.open();
}

// States that others name, or would were it not for a misspelling.
std::vector<bool> named(const Graph& graph) {
  std::vector<bool> found = start_of(graph);
  for (uint32_t i = 0; i < graph.size(); ++i) {
    for (const uint32_t to : graph.next(i))
      if (to != i) found[to] = true;
    // The first of two states of one name: json/duplicate-state-key.
    if (graph.scope->find(graph.state(i).name) != &graph.state(i)) found[i] = true;
    if (!is_open(graph.state(i))) continue;
    for (const asl::Transition& transition : graph.state(i).transitions)
      if (!transition.to && transition.target.literal())
        if (const asl::State* state = meant(*graph.scope, *transition.target.literal()).state)
          found[state->number] = true;
  }
  return found;
}

// What a misspelt transition means: it is reached once that is fixed.
std::vector<bool> roots(const Graph& graph, const std::vector<bool>& has_name) {
  std::vector<bool> found = start_of(graph);
  std::vector<bool> by_edge(graph.size());
  for (uint32_t i = 0; i < graph.size(); ++i)
    for (const uint32_t to : graph.next(i)) by_edge[to] = true;
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (has_name[i] && !by_edge[i]) found[i] = true;
  return found;
}

bool all(const std::vector<bool>& marks) {
  for (const bool mark : marks)
    if (!mark) return false;
  return true;
}

}  // namespace

Unreachable find_unreachable(const Graph& graph) {
  Unreachable found;
  if (!is_known(*graph.scope) || all(reached(graph, start_of(graph)))) return found;
  const auto has_name = named(graph);
  const auto alive = reached(graph, roots(graph, has_name));
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (alive[i] && is_open(graph.state(i)) && is_doubtful(*graph.scope, graph.state(i))) return {};
  std::vector<bool> heads(graph.size());
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (!alive[i] && !has_name[i]) {
      heads[i] = true;
      found.unnamed.push_back(i);
    }
  const auto behind = reached(graph, heads);
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (!alive[i] && !behind[i]) found.circles.push_back(i);
  return found;
}

}  // namespace sfn::rules::flow
