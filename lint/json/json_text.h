// JSON text for the changes of fixes, and its length as the service counts it.
#pragma once

#include <string>

#include "lint/document.h"
#include "lint/json/string.h"

namespace sfn::json {

/// A value as compact JSON; placeholders stay as they are written.
std::string to_json(Value value);

}  // namespace sfn::json
