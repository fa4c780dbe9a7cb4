// Which node of a graph every way to its end passes next. Source: Cooper, Harvey, Kennedy, "A Simple, Fast
// Dominance Algorithm".
#pragma once

#include <cstdint>
#include <vector>

#include "lint/asl/types/type.h"

namespace sfn::asl::types {

using Graph = std::vector<std::vector<uint32_t>>;
inline constexpr uint32_t no_post_dominator = UINT32_MAX;

/// Of each node the nearest other one that all its ways to the node `end` lead through; none for nodes
/// from which no way leads there, and for all where the work runs out.
std::vector<uint32_t> post_dominators(const Graph& successors, uint32_t end, Work& work);

}  // namespace sfn::asl::types
