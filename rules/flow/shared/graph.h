// The states of one scope as a graph: which runs after which.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::rules::flow {

/// States by their number in `scope.states`; edges in one list, those of each state together.
class Graph {
 public:
  explicit Graph(const asl::Scope& scope);

  const asl::Scope* scope = nullptr;
  /// States that may run for a reason not known here: a placeholder, a name without a state, a missing
  /// transition.
  std::vector<bool> open;

  uint32_t size() const { return static_cast<uint32_t>(scope->states.size()); }
  const asl::State& state(uint32_t i) const { return *scope->states[i]; }
  std::span<const uint32_t> next(uint32_t i) const {
    return std::span(edges_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
  }

 private:
  std::vector<uint32_t> begins_, edges_;
};

/// Whether more states may follow than the transitions that were found: a placeholder, a name without a
/// state, a missing transition.
bool is_open(const asl::State& state);

/// Marks the state that `StartAt` names, which must be known.
std::vector<bool> start_of(const Graph& graph);

/// The states that run from the marked ones on, the marked ones included.
std::vector<bool> reached(const Graph& graph, std::vector<bool> from);

/// The states from which a marked one can run, the marked ones included.
std::vector<bool> reaching(const Graph& graph, std::vector<bool> to);

/// The number of the strongly connected component of each state. Components are numbered in reverse
/// topological order: a transition never leads to a higher number.
std::vector<uint32_t> components(const Graph& graph);

/// Whether a scope is known completely enough to tell which states cannot be reached: its states and its
/// start are known.
bool is_known(const asl::Scope& scope);

/// "`A`, `B` and 3 others".
std::string list(const std::vector<const asl::State*>& states);

}  // namespace sfn::rules::flow
