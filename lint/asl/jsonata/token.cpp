#include "lint/asl/jsonata/token.h"

#include <array>
#include <charconv>

#include "lint/utf8.h"

namespace sfn::asl::jsonata {
namespace {

constexpr std::array<std::string_view, 44> spellings = {
    "",  "",   "",   "",   "",   "",   "",   "",   ".",   "[",  "]",  "{", "}", "(", ")",
    ",", "@",  "#",  ";",  ":",  "?",  "+",  "-",  "*",   "/",  "%",  "|", "=", "<", ">",
    "^", "**", "..", ":=", "!=", "<=", ">=", "~>", "and", "or", "in", "&", "!", "~"};
static_assert(spellings[static_cast<size_t>(Symbol::tilde)] == "~");

uint32_t hex_at(std::string_view text, size_t at) {
  uint32_t value = 0;
  const std::string_view digits = text.substr(at < text.size() ? at : text.size(), 4);
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

/// The code point of the `\u` escape whose digits begin at `at`; a pair of surrogates is one.
uint32_t code_point_at(std::string_view text, size_t& at) {
  const uint32_t high = hex_at(text, at);
  at += 4;
  if (high < 0xD800 || high > 0xDBFF || text.substr(at < text.size() ? at : text.size(), 2) != "\\u")
    return high;
  const uint32_t low = hex_at(text, at + 2);
  if (low < 0xDC00 || low > 0xDFFF) return high;
  at += 6;
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

char escaped(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
  }
}

}  // namespace

std::string_view spelling(Symbol symbol) { return spellings[static_cast<size_t>(symbol)]; }

std::string decode_string(std::string_view token) {
  const std::string_view text = token.size() < 2 ? std::string_view() : token.substr(1, token.size() - 2);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c != '\\' || at == text.size()) {
      out += c;
    } else if (text[at] == 'u') {
      utf8::append(out, code_point_at(text, ++at));
    } else {
      out += escaped(text[at++]);
    }
  }
  return out;
}

std::string_view plain_name(std::string_view token) {
  return token.size() > 1 && token.front() == '`' ? token.substr(1, token.size() - 2) : token;
}

}  // namespace sfn::asl::jsonata
