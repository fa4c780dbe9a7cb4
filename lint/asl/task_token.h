// The callback token: how texts name it, rightly and wrongly.
// Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/text.h"

namespace sfn::asl {

inline constexpr std::string_view token_path = "$$.Task.Token";
inline constexpr std::string_view token_expression = "$states.context.Task.Token";

/// Where a text names the token rightly, in either language: `$$.Task.Token`, `$states.context.Task.Token`.
std::optional<Span> find_token(std::string_view text);
/// Whether such a name is the whole text.
bool is_token(std::string_view text);
/// Where a JSONPath text reads `$.Task.Token` from the input.
std::optional<Span> find_single_dollar(std::string_view text);
/// Where a text reads a field of the context object that is intended as the token but is not: `$$.TaskToken`,
/// `$$.Task.token`, `$states.context.Token`.
std::optional<Span> find_misspelled(std::string_view text);

}  // namespace sfn::asl
