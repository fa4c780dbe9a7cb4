// Translates JSONPath to JSONata if there is an exact counterpart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/asl/path/path.h"
#include "lint/document.h"

namespace sfn::rules::jsonata {

/// A path of names and indexes as an expression without delimiters: `$states.input.a` for `$.a`,
/// `$states.context.Task.Token` for `$$.Task.Token`. `data` replaces `$`. Absent for paths with wildcards or
/// filters, and for text that is not a path.
std::optional<std::string> as_jsonata(std::string_view path, std::string_view data = "$states.input");

/// A name as JSONata writes it after a dot: in backquotes unless it is a plain name.
std::string field_name(std::string_view name);

/// `{% ... %}` around an expression, as a JSON string.
std::string delimited(std::string_view expression);

}  // namespace sfn::rules::jsonata
