// Literal values beside the enumerations and limits of the tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"
#include "schemas/schemas.h"

namespace sfn::rules::service {

/// A text that an enumeration does not have.
struct WrongChoice {
  /// The value that was probably meant.
  std::optional<std::string_view> meant;
  /// The values that are accepted, ready to print: "`A`, `B` or `C`".
  std::string accepted;
};
/// Absent for values that are accepted or not known.
std::optional<WrongChoice> wrong_choice(Value value, schemas::Shape shape);

/// What a value is and what it should be, ready to print: "3 characters", "4".
struct WrongAmount {
  std::string is, wanted;
};
/// Numbers, and lengths of strings and lists. Absent for what is in the limit or not known.
std::optional<WrongAmount> below_minimum(Value value, schemas::Shape shape);
std::optional<WrongAmount> above_maximum(Value value, schemas::Shape shape);

}  // namespace sfn::rules::service
