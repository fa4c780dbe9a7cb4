// States that no execution runs.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/flow/shared/graph.h"

namespace sfn::rules::flow {

struct Unreachable {
  /// States that no transition of another state names.
  std::vector<uint32_t> unnamed;
  /// States that only unreachable states name, and that none of `unnamed` leads to: dead circles.
  std::vector<uint32_t> circles;
};

/// Empty where the scope is not known whole, and where a transition that leads nowhere leaves in doubt which
/// states are meant.
Unreachable find_unreachable(const Graph& graph);

}  // namespace sfn::rules::flow
