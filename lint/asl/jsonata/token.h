// The words of JSONata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sfn::asl::jsonata {

enum class Symbol : uint8_t {
  end,
  fault,  // the text from here on is no token; the lexer knows why
  name,   // also in backquotes
  variable,
  string,
  number,
  literal,  // true, false, null
  regex,
  dot,
  bracket_open,
  bracket_close,
  brace_open,
  brace_close,
  paren_open,
  paren_close,
  comma,
  at,
  hash,
  semicolon,
  colon,
  question,
  plus,
  minus,
  star,
  slash,
  percent,
  bar,
  equal,
  less,
  greater,
  caret,
  star_star,
  dot_dot,
  assign,
  not_equal,
  less_equal,
  greater_equal,
  chain,  // ~>
  and_word,
  or_word,
  in_word,
  ampersand,
  bang,   // no operator, but it ends a name
  tilde,  // likewise
};

/// Bytes [begin, end) of the text. Of the end: both are the length of the text.
struct Token {
  Symbol symbol = Symbol::end;
  uint32_t begin = 0, end = 0;
};

/// The text of an operator ("~>"); empty for symbols that have no fixed text.
std::string_view spelling(Symbol symbol);
/// What a string token means: without its quotes, escapes decoded to UTF-8.
std::string decode_string(std::string_view token);
/// The name that a name token means: without its backquotes, if it has any.
std::string_view plain_name(std::string_view token);

}  // namespace sfn::asl::jsonata
