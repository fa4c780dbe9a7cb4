// In which order the states of a machine are followed.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::asl::types {

/// Of each state, by its index, a number: smaller than those of the states that it leads to, except in loops.
std::vector<uint32_t> flow_order(const Machine& machine);

}  // namespace sfn::asl::types
