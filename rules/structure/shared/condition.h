// Conditions of JSONata choice rules, compared as texts: no more is certain without evaluating them.
#pragma once

#include <string_view>

#include "lint/document.h"

namespace sfn::rules::structure {

/// The expression between `{%` and `%}`, without surrounding blanks; empty if the value is not an expression,
/// or contains a placeholder.
std::string_view expression_text(Value condition);

/// `true` or `{% true %}`.
bool always_holds(Value condition);

/// Whether two expressions differ only in one operator and its opposite (`=` and `!=`, `>` and `<=`), or one
/// is
/// `$not(...)` of the other.
bool are_opposite(std::string_view a, std::string_view b);

}  // namespace sfn::rules::structure
