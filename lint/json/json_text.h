// Values and texts as JSON text.
#pragma once

#include <string>

#include "lint/document.h"
#include "lint/json/string.h"  // quote

namespace sfn::json {

/// A value as compact JSON. Placeholders that a JSON document has bare stay bare. What YAML 1.1 and 1.2 take
/// for different values has no text in JSON: it stays as it is, and no fix can use it.
std::string to_json(Value value);

/// For the changes of a fix: as the value stands where its document is JSON, else as to_json writes it. Empty
/// for an absent value.
std::string text_of(Value value);

}  // namespace sfn::json
