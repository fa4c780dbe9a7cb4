#include "lint/asl/types/order.h"

namespace sfn::asl::types {

namespace {

// Numbers the states of a scope in reverse postorder. A loop in place of recursion: a machine may have
// thousands of states in a row.
void number(const Scope& scope, std::vector<uint32_t>& order, std::vector<bool>& seen) {
  struct Visit {
    const State* state;
    size_t next = 0;
  };
  auto last = static_cast<uint32_t>(scope.states.size());
  std::vector<Visit> stack;
  const auto visit = [&](const State* state) {
    if (!state || seen[state->index]) return;
    seen[state->index] = true;
    stack.push_back({state});
  };
  visit(scope.start);
  while (!stack.empty()) {
    Visit& top = stack.back();
    if (top.next < top.state->transitions.size()) {
      visit(top.state->transitions[top.next++].to);
      continue;
    }
    order[top.state->index] = last--;
    stack.pop_back();
  }
}

}  // namespace

std::vector<uint32_t> flow_order(const Machine& machine) {
  std::vector<uint32_t> order(machine.states().size());
  std::vector<bool> seen(machine.states().size());
  for (const Scope& scope : machine.scopes()) number(scope, order, seen);
  return order;
}

}  // namespace sfn::asl::types
