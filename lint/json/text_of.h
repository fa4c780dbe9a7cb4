// A value as JSON text.
#pragma once

#include <string>

#include "lint/document.h"

namespace sfn::json {

/// For the changes of a fix: as the value stands where its document is JSON, and written anew where it is
/// not.
std::string text_of(Value value);

}  // namespace sfn::json
