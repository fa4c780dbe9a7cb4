// The intrinsic functions: what they take and return.
// Source: Amazon States Language specification, Appendix B; Developer Guide, "Intrinsic functions".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lint/asl/intrinsic/intrinsic.h"

namespace sfn::asl::intrinsic {

/// A set of JSON types.
using Kinds = uint8_t;
inline constexpr Kinds string = 1, number = 2, boolean = 4, null = 8, array = 16, object = 32, any = 63;

struct Function {
  static constexpr uint8_t unlimited = 255;
  std::string_view name;           // with `States.`
  uint8_t least, most;             // arguments
  std::array<Kinds, 3> arguments;  // by position; the last also holds for every later one
  Kinds returns;
  bool path_only = false;  // its arguments cannot be literals

  Kinds accepts(size_t position) const { return arguments[position < 3 ? position : 2]; }
};

std::span<const Function> functions();
/// The names of `functions()`, in their order.
std::span<const std::string_view> function_names();
/// Letter case counts; null for a name that is none.
const Function* find_function(std::string_view name);

/// What the call can return; `any` for an unknown function.
Kinds result_kinds(const Call& call);
/// What the argument can be: one kind for a literal, what a nested call returns, `any` for a path.
Kinds argument_kinds(const Argument& argument);
/// Whether a call can stand where AWS documents only functions that return a string (ErrorPath, CausePath).
bool may_return_string(const Call& call);

/// For messages: "a string", "a string or a number", "any value".
std::string describe(Kinds kinds);

}  // namespace sfn::asl::intrinsic
