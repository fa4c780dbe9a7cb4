#include "lint/asl/types/post_dominators.h"

namespace sfn::asl::types {

namespace {

Graph reversed(const Graph& graph) {
  Graph result(graph.size());
  for (uint32_t from = 0; from < graph.size(); ++from)
    for (const uint32_t to : graph[from]) result[to].push_back(from);
  return result;
}

// Nodes that a walk from `root` reaches, each behind all that it was reached first from.
std::vector<uint32_t> postorder(const Graph& graph, uint32_t root) {
  struct Visit {
    uint32_t node;
    size_t next = 0;
  };
  std::vector<uint32_t> order;
  std::vector<bool> seen(graph.size());
  std::vector<Visit> stack{{root}};
  seen[root] = true;
  while (!stack.empty()) {
    Visit& top = stack.back();
    if (top.next == graph[top.node].size()) {
      order.push_back(top.node);
      stack.pop_back();
      continue;
    }
    const uint32_t child = graph[top.node][top.next++];
    if (seen[child]) continue;
    seen[child] = true;
    stack.push_back({child});
  }
  return order;
}

class Solver {
 public:
  Solver(const Graph& successors, uint32_t end, Work& work)
      : successors_(successors),
        end_(end),
        work_(work),
        order_(postorder(reversed(successors), end)),
        rank_(successors.size(), no_post_dominator),
        found_(successors.size(), no_post_dominator) {
    for (uint32_t i = 0; i < order_.size(); ++i) rank_[order_[i]] = i;
    found_[end] = end;
  }

  std::vector<uint32_t> solve() {
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t i = order_.size() - 1; i-- > 0;) changed = update(order_[i]) || changed;
      if (work_.spent()) return std::vector<uint32_t>(successors_.size(), no_post_dominator);
    }
    return std::move(found_);
  }

 private:
  bool update(uint32_t node) {
    uint32_t nearest = no_post_dominator;
    for (uint32_t next : successors_[node]) {
      if (rank_[next] == no_post_dominator) next = end_;  // a way that never ends passes nothing for certain
      if (found_[next] != no_post_dominator)
        nearest = nearest == no_post_dominator ? next : common(nearest, next);
    }
    if (nearest == found_[node]) return false;
    found_[node] = nearest;
    return true;
  }

  uint32_t common(uint32_t a, uint32_t b) {
    while (a != b && work_.spend(1)) {
      if (rank_[a] < rank_[b]) a = found_[a];
      else b = found_[b];
    }
    return a;
  }

  const Graph& successors_;
  uint32_t end_;
  Work& work_;
  std::vector<uint32_t> order_, rank_, found_;
};

}  // namespace

std::vector<uint32_t> post_dominators(const Graph& successors, uint32_t end, Work& work) {
  return Solver(successors, end, work).solve();
}

}  // namespace sfn::asl::types
