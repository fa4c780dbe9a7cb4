// The functions that an expression of Step Functions can call.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sfn::asl::jsonata {

/// Kinds of values, as a set of bits.
enum class ValueKind : uint8_t {
  unknown = 0,
  string = 1,
  number = 2,
  boolean = 4,
  null = 8,
  array = 16,
  object = 32,
  function = 64,
};
using ValueKinds = uint8_t;
constexpr ValueKinds operator|(ValueKind a, ValueKind b) {
  return static_cast<ValueKinds>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
inline constexpr ValueKinds any_value = 127;

/// "a string", "an array"; for messages.
std::string_view describe(ValueKind kind);

struct Parameter {
  ValueKinds accepts = any_value;
  bool optional = false;
  /// Taken from the context if it is left out: so it is optional too, but only inside a path or a function.
  bool context = false;
};

enum class Origin : uint8_t {
  jsonata,         // JSONata 2.0.6
  step_functions,  // added by Step Functions
  missing,         // in JSONata 2.0.6, but Step Functions does not have it
};

/// Facts from the documentation of JSONata and of Step Functions ("Transforming data with JSONata").
struct Function {
  std::string_view name;  // without `$`
  Origin origin = Origin::jsonata;
  uint8_t least = 0, most = 0;  // arguments; `unlimited` for no upper bound
  Parameter parameters[4] = {};
  ValueKind result = ValueKind::unknown;  // where it is always of one kind (or undefined)
  /// Its list of results becomes a single value when it has one item.
  bool unwraps = false;

  static constexpr uint8_t unlimited = UINT8_MAX;
};

/// All of them, in order of their names.
std::span<const Function> functions();
/// The function of that name (without `$`); null if there is none.
const Function* find_function(std::string_view name);
/// What a name that is no function most probably stands for: a known alias from other languages, or the
/// nearest name. Without `$`; absent if nothing is near.
std::optional<std::string_view> likely_function(std::string_view name);

}  // namespace sfn::asl::jsonata
