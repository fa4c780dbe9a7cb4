// Writing literals as expressions: the texts of fixes that move a literal into an intrinsic or JSONata.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::asl {

/// A string as an argument of an intrinsic function: in apostrophes, with its escapes.
std::string intrinsic_text(std::string_view text);
/// An array of scalars as a call, what its items name as arguments: `States.Array('load', $.id,
/// States.Format('--from={}', $.source))`. Absent where an item cannot be an argument.
std::optional<std::string> array_call(Value array);
/// A text with the token somewhere in it: `States.Format('--t={}', $$.Task.Token)`.
std::string intrinsic_around_token(std::string_view text);
/// The same in JSONata, with its delimiters: `{% '--t=' & $states.context.Task.Token %}`.
std::string jsonata_around_token(std::string_view text);

}  // namespace sfn::asl
