// Writing literals as expressions: the texts of fixes that move a literal into an intrinsic or JSONata.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::asl {

/// Whether a string looks like nothing but a JSONPath or an intrinsic call that lacks its `.$`: `$.id`,
/// `$['id']`, `$$.Execution.Id`, `States.Format('{}', $.id)`. A price or a shell variable does not.
bool looks_like_path(std::string_view text);

/// Whether nobody can mean such a text as it is: a field of the context object, an intrinsic call. `$.id` may
/// be data, such as a path for a program.
bool is_never_data(std::string_view text);

/// A string as an argument of an intrinsic function: in apostrophes, with its escapes.
std::string intrinsic_text(std::string_view text);
/// An array of strings as `States.Array(...)`; items that look like paths become arguments unchanged. Absent
/// if an item is not a string, or contains a placeholder.
std::optional<std::string> intrinsic_array(Value array);
/// A text with the token somewhere in it: `States.Format('--t={}', $$.Task.Token)`.
std::string intrinsic_around_token(std::string_view text);
/// The same in JSONata, with its delimiters: `{% '--t=' & $states.context.Task.Token %}`.
std::string jsonata_around_token(std::string_view text);

}  // namespace sfn::asl
