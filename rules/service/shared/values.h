// Compares literal values with the enumerations and limits of the tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"
#include "schemas/call/parameters.h"
#include "schemas/schemas.h"

namespace sfn::rules::service {

using namespace schemas;

/// How a text differs from the value that was probably meant, the surest first.
enum class Likeness : uint8_t {
  letter_case,  // in letter case and blanks only
  separators,   // in `_`, `-` and blanks too: `on-demand` for `ON_DEMAND`
  near,         // in a letter or two: it may well be a value that is newer than the tables
  none,
};

/// A text that an enumeration does not have.
struct WrongChoice {
  /// The value that was probably meant.
  std::optional<std::string_view> meant;
  Likeness likeness = Likeness::none;
  /// The values that are accepted, ready to print: "`A`, `B` or `C`".
  std::string accepted;
};
/// Absent for values that are accepted or not known.
std::optional<WrongChoice> wrong_choice(Value value, schemas::Shape shape);
/// Whether no version of the service can take the value: it is a known one in other letters, or belongs to a
/// set of ECS that is closed. Other values may be newer than the tables.
bool certainly_wrong(Value value, const WrongChoice& wrong, const Call& call);
/// The value of a switch that a boolean word stands for: `ENABLED` for true where the shape takes `ENABLED`
/// or `DISABLED`, `TRUE` where it takes that word. Absent where the enumeration is of another sort.
std::optional<std::string_view> switch_value(bool on, schemas::Shape shape);

/// The actual and the required amount, ready to print: "3 characters", "4".
struct WrongAmount {
  std::string is, wanted;
};
/// Numbers, and lengths of strings and lists. Absent if within the limit or not known.
std::optional<WrongAmount> below_minimum(Value value, schemas::Shape shape);
std::optional<WrongAmount> above_maximum(Value value, schemas::Shape shape);

}  // namespace sfn::rules::service
