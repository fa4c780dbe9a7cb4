// Classes of characters, of ASCII alone and whatever the locale.
#pragma once

#include <string_view>

namespace sfn {

/// What may stand between the tokens of JSON, of paths and of intrinsic functions.
inline constexpr std::string_view blanks = " \t\r\n";

inline bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace sfn
