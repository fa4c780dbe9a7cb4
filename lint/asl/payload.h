// Reads the members of a payload template (JSONPath) or of Arguments (JSONata). Each is a literal, or an
// expression whose value is not known before the execution.
#pragma once

#include <string_view>

#include "lint/asl/machine.h"

namespace sfn::asl {

/// One member of a payload.
struct Parameter {
  /// The member itself; may be absent.
  Value value;
  /// The name without the suffix `.$`.
  std::string_view name;
  /// Whether this is an expression: a key that ends in `.$` (JSONPath), or a `{% %}` string (JSONata).
  bool dynamic = false;

  explicit operator bool() const { return static_cast<bool>(value); }
  /// The value if the definition spells it out as a literal; absent for expressions and placeholders.
  Value literal() const { return dynamic || value.is_opaque() ? Value() : value; }
  /// Whether the member exists but its value is known only at run time or after the template is rendered.
  bool unknown() const { return value && (dynamic || value.is_opaque()); }
  Place key() const { return value.key(); }
};

/// Reads one member or item of a payload. Items of arrays have no name, and in JSONPath are never dynamic.
Parameter parameter(Value member, QueryLanguage language);
/// The member called `name` or, in JSONPath, `name.$`; absent if neither exists. `object` may be absent or
/// not an object.
Parameter parameter(Value object, std::string_view name, QueryLanguage language);
/// Whether a string is a JSONata expression with its delimiters, `{% ... %}`, and nothing outside them.
bool is_jsonata(Value value);

}  // namespace sfn::asl
