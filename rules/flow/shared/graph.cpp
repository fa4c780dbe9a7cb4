#include "rules/flow/shared/graph.h"

#include <fmt/core.h>

#include <algorithm>

namespace sfn::rules::flow {

namespace {

bool goes_on(const asl::State& state) {
  return !state.terminal && !state.is(asl::StateType::succeed) && !state.is(asl::StateType::fail);
}

bool names_what_follows(std::string_view field) {
  return field == "Next" || field == "End" || field == "Choices" || field == "Catch" || field == "Default";
}

bool holds_placeholder(Value list) {
  for (const Value item : list)
    if (item.is_opaque() || item.open()) return true;
  return false;
}

std::vector<std::vector<uint32_t>> reversed(const Graph& graph) {
  std::vector<std::vector<uint32_t>> edges(graph.size());
  for (uint32_t from = 0; from < graph.size(); ++from)
    for (const uint32_t to : graph.next(from)) edges[to].push_back(from);
  return edges;
}

// `edges(i)` gives the neighbours of state `i`.
template <typename Edges>
std::vector<bool> spread(Edges edges, std::vector<bool> marked) {
  std::vector<uint32_t> waiting;
  for (uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i]) waiting.push_back(i);
  while (!waiting.empty()) {
    const uint32_t at = waiting.back();
    waiting.pop_back();
    for (const uint32_t to : edges(at)) {
      if (marked[to]) continue;
      marked[to] = true;
      waiting.push_back(to);
    }
  }
  return marked;
}

// Tarjan's algorithm with a stack of its own: a chain may be 10,000 states long.
class Components {
 public:
  explicit Components(const Graph& graph)
      : graph_(graph), order_(graph.size(), none), low_(graph.size()), component_(graph.size(), none) {}

  std::vector<uint32_t> find() {
    for (uint32_t i = 0; i < graph_.size(); ++i)
      if (order_[i] == none) visit(i);
    return std::move(component_);
  }

 private:
  static constexpr uint32_t none = UINT32_MAX;
  struct Frame {
    uint32_t node, edge;
  };

  void enter(uint32_t node) {
    order_[node] = low_[node] = count_++;
    open_.push_back(node);
    frames_.push_back({node, 0});
  }

  void leave(uint32_t node) {
    frames_.pop_back();
    if (!frames_.empty()) low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
    if (low_[node] != order_[node]) return;
    for (uint32_t member = none; member != node;) {
      member = open_.back();
      open_.pop_back();
      component_[member] = found_;
    }
    ++found_;
  }

  void visit(uint32_t root) {
    enter(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const uint32_t node = frame.node;
      if (frame.edge == graph_.next(node).size()) {
        leave(node);
        continue;
      }
      const uint32_t to = graph_.next(node)[frame.edge++];
      if (order_[to] == none) enter(to);
      else if (component_[to] == none) low_[node] = std::min(low_[node], order_[to]);
    }
  }

  const Graph& graph_;
  std::vector<uint32_t> order_, low_, component_, open_;
  std::vector<Frame> frames_;
  uint32_t count_ = 0, found_ = 0;
};

}  // namespace

bool is_open(const asl::State& state) {
  if (state.is(asl::StateType::unknown) || state.value.open()) return true;
  for (const Value member : state.value) {
    if ((member.is_opaque() || member.templated()) && names_what_follows(member.name())) return true;
    if (member.is_array() && names_what_follows(member.name()) && holds_placeholder(member)) return true;
  }
  for (const asl::Transition& transition : state.transitions)
    if (!transition.to) return true;
  return goes_on(state) && state.transitions.empty();
}

std::vector<bool> start_of(const Graph& graph) {
  std::vector<bool> start(graph.size());
  start[graph.scope->start->number] = true;
  return start;
}

Graph::Graph(const asl::Scope& own) : scope(&own) {
  begins_.reserve(own.states.size() + 1);
  for (uint32_t i = 0; i < size(); ++i) {
    begins_.push_back(static_cast<uint32_t>(edges_.size()));
    for (const asl::Transition& transition : state(i).transitions)
      if (transition.to) edges_.push_back(transition.to->number);
  }
  begins_.push_back(static_cast<uint32_t>(edges_.size()));
}

std::vector<bool> reached(const Graph& graph, std::vector<bool> from) {
  return spread([&](uint32_t i) { return graph.next(i); }, std::move(from));
}

std::vector<bool> reaching(const Graph& graph, std::vector<bool> to) {
  const auto edges = reversed(graph);
  return spread([&](uint32_t i) -> const std::vector<uint32_t>& { return edges[i]; }, std::move(to));
}

std::vector<uint32_t> components(const Graph& graph) { return Components(graph).find(); }

bool is_known(const asl::Scope& scope) {
  if (!scope.states_value || scope.open() || !scope.start) return false;
  for (const Value state : scope.states_value)
    if (!state.is_object() || state.name().find("${") != std::string_view::npos) return false;
  return true;
}

std::string list(const std::vector<const asl::State*>& states) {
  constexpr size_t most = 3;
  const size_t shown = states.size() > most + 1 ? most : states.size();
  std::string text;
  for (size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == states.size();
    if (i > 0) text += last ? " and " : ", ";
    text += fmt::format("`{}`", states[i]->name);
  }
  if (shown < states.size()) text += fmt::format(" and {} more", states.size() - shown);
  return text;
}

}  // namespace sfn::rules::flow
