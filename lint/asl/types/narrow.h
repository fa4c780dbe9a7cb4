// What the rules of a Choice state tell about the data: which of them can hold, and what is known where one
// does or does not. Source: Amazon States Language specification, "Choice State"; a comparison of another
// type is false, and a path that leads nowhere fails the state, except under IsPresent.
#pragma once

#include "lint/asl/types/typing.h"

namespace sfn::asl::types {

enum class Truth : uint8_t { no, yes, unknown };

/// The data and the variables, where a condition holds and where it does not.
struct Narrowed {
  Truth truth = Truth::unknown;
  Roots yes, no;
};

/// A rule of JSONPath. `asked`: whether it is surely evaluated, so that its paths must lead somewhere. Notes
/// in the facts what is missing, and what can never hold.
Narrowed narrow_rule(Typing& typing, Value rule, const Roots& roots, bool asked);

/// A `Condition` of JSONata; its expression is typed elsewhere.
Narrowed narrow_condition(Types& types, const Expression* condition, const Roots& roots);

}  // namespace sfn::asl::types
