// Classes of characters, of ASCII alone and whatever the locale.
#pragma once

#include <string_view>

namespace sfn {

/// What may stand between the tokens of JSON, of paths and of intrinsic functions.
inline constexpr std::string_view blanks = " \t\r\n";

inline bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }
/// What the names of programming languages are made of.
inline bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

}  // namespace sfn
