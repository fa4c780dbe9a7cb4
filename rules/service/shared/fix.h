// Fixes for parameters of the wrong type.
#pragma once

#include <optional>

#include "lint/diagnostic.h"
#include "schemas/schemas.h"

namespace sfn::rules::service {

/// A fix that writes the value in the form the shape accepts; absent if it is not mechanical.
std::optional<Fix> fix_type(Value value, schemas::Shape shape);

}  // namespace sfn::rules::service
