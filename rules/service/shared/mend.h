// Mends of parameters that have the wrong type.
#pragma once

#include <optional>

#include "lint/diagnostic.h"
#include "schemas/schemas.h"

namespace sfn::rules::service {

/// How the value can be written as the shape takes it; absent where the mend is not mechanical.
std::optional<Fix> mend_type(Value value, schemas::Shape shape);

}  // namespace sfn::rules::service
