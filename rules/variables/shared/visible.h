// The variables that a read can see.
#pragma once

#include <string_view>
#include <vector>

#include "lint/asl/variables.h"

namespace sfn::rules::variables {

enum class ReadState : uint8_t {
  unknown,           // the state is not reached, or a placeholder may assign anything
  set,               // assigned on every path
  maybe,             // assigned on some paths
  unset,             // assigned nowhere that could come before, and nowhere else
  same_state,        // assigned by this state alone, so only after it is read
  elsewhere,         // assigned only in a scope that this one cannot see
  behind_processor,  // assigned outside a distributed processor that the read is inside of
};
ReadState read_state(const asl::VariableRead& read, const asl::Variables& variables);

/// The names that a state of this scope can read, sorted.
std::vector<std::string_view> visible_names(const asl::Scope& scope, const asl::Variables& variables);

}  // namespace sfn::rules::variables
