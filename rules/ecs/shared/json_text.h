// JSON text for the changes of fixes, and its length as the service counts it.
#pragma once

#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::rules::ecs {

/// The text as a JSON string, with its quotes.
std::string quote(std::string_view text);
/// A value as compact JSON; placeholders stay as they are written.
std::string to_json(Value value);

}  // namespace sfn::rules::ecs
