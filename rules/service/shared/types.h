// Compares literal values with the types that a shape accepts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"
#include "schemas/schemas.h"

namespace sfn::rules::service {

/// "a string", "an array of strings": a shape's type in messages.
std::string describe(schemas::Shape shape);
/// Whether the shape accepts a literal of this kind. Placeholders fit anywhere. Numbers for integers must be
/// integers.
bool fits(Value value, schemas::Shape shape);
/// Whether a text stands where a number or boolean belongs and says one: "true", "512". AWS is not known to
/// refuse it; such definitions run.
bool is_quoted_scalar(Value value, schemas::Shape shape);
/// The value written as the shape takes it, as JSON: `"512"` for 512, `true` for `"true"`, `["x"]` for `"x"`.
/// `"ENABLED"` for true. Absent where the fix is not mechanical.
std::optional<std::string> converted(Value value, schemas::Shape shape);

}  // namespace sfn::rules::service
