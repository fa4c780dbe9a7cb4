// States that no execution runs.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/flow/shared/graph.h"

namespace sfn::rules::flow {

struct Unreachable {
  /// States that no transition of another state names.
  std::vector<uint32_t> unnamed;
  /// States that only unreachable states lead to, and that cannot be reached from `unnamed`: dead loops.
  std::vector<uint32_t> circles;
};

/// Empty if the scope is not known completely, or if a broken transition leaves open which states are meant.
Unreachable find_unreachable(const Graph& graph);

}  // namespace sfn::rules::flow
