#include "lint/asl/jsonata/lexer.h"

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>

#include "lint/asl/jsonata/regex.h"
#include "lint/characters.h"
#include "lint/utf8.h"

namespace sfn::asl::jsonata {
namespace {

bool is_space(char c) { return is_blank(c) || c == '\v'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

Symbol double_operator(char first, char second) {
  switch (first) {
    case '.':
      return second == '.' ? Symbol::dot_dot : Symbol::end;
    case ':':
      return second == '=' ? Symbol::assign : Symbol::end;
    case '!':
      return second == '=' ? Symbol::not_equal : Symbol::end;
    case '>':
      return second == '=' ? Symbol::greater_equal : Symbol::end;
    case '<':
      return second == '=' ? Symbol::less_equal : Symbol::end;
    case '*':
      return second == '*' ? Symbol::star_star : Symbol::end;
    case '~':
      return second == '>' ? Symbol::chain : Symbol::end;
    default:
      return Symbol::end;
  }
}

Symbol single_operator(char c) {
  for (auto i = static_cast<uint8_t>(Symbol::dot); i <= static_cast<uint8_t>(Symbol::tilde); ++i) {
    const std::string_view text = spelling(static_cast<Symbol>(i));
    if (text.size() == 1 && text[0] == c) return static_cast<Symbol>(i);
  }
  return Symbol::end;
}

/// One operator for each byte: `Symbol::end` for bytes that are none.
struct SingleOperators {
  Symbol of[256];
  SingleOperators() {
    for (int byte = 0; byte < 256; ++byte) of[byte] = single_operator(static_cast<char>(byte));
  }
};

Symbol operator_of(char c) {
  static const SingleOperators table;
  return table.of[static_cast<unsigned char>(c)];
}

Symbol word_symbol(std::string_view word) {
  if (word.front() == '$') return Symbol::variable;
  if (word == "and") return Symbol::and_word;
  if (word == "or") return Symbol::or_word;
  if (word == "in") return Symbol::in_word;
  return word == "true" || word == "false" || word == "null" ? Symbol::literal : Symbol::name;
}

}  // namespace

Token Lexer::make(Symbol symbol, size_t begin, size_t end) {
  position_ = end;
  return {symbol, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

Token Lexer::fail(FaultKind kind, std::string_view code, size_t begin, size_t end, std::string message) {
  const Token token = make(Symbol::fault, begin, end);
  fault_ = Fault{kind, code, token.begin, token.end, std::move(message)};
  position_ = text_.size();
  return token;
}

/// Whether the blanks and comments end; if not, the fault is set.
bool Lexer::skip_blanks() {
  for (;;) {
    while (position_ < text_.size() && is_space(text_[position_])) ++position_;
    if (at(position_) != '/' || at(position_ + 1) != '*') return true;
    const size_t close = text_.find("*/", position_ + 2);
    if (close == std::string_view::npos) {
      fail(FaultKind::unclosed_comment, "S0106", position_, text_.size(), "this comment has no closing `*/`");
      return false;
    }
    position_ = close + 2;
  }
}

Token Lexer::next(bool after_operand) {
  if (!skip_blanks()) return {Symbol::fault, fault_->begin, fault_->end};
  const size_t begin = position_;
  if (begin >= text_.size()) return make(Symbol::end, begin, begin);
  const char c = text_[begin];
  if (c == '/' && !after_operand) return regex();
  if (const Symbol two = double_operator(c, at(begin + 1)); two != Symbol::end)
    return make(two, begin, begin + 2);
  if (const Symbol one = operator_of(c); one != Symbol::end) return make(one, begin, begin + 1);
  if (c == '"' || c == '\'') return string();
  if (is_digit(c)) return number();
  return c == '`' ? quoted_name() : word();
}

/// Brackets hide a `/`, and so it is not closed where brackets do not match: as the reference counts them.
Token Lexer::regex() {
  const size_t begin = position_, start = begin + 1;
  int64_t depth = 0;
  size_t backslashes = 0;  // directly before this byte
  for (size_t i = start; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '/' && depth == 0 && backslashes % 2 == 0) return flags(begin, i);
    if (backslashes == 0 && (c == '(' || c == '[' || c == '{')) ++depth;
    if (backslashes == 0 && (c == ')' || c == ']' || c == '}')) --depth;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return fail(FaultKind::bad_regex, "S0302", begin, text_.size(),
              "this regular expression has no closing `/`");
}

Token Lexer::flags(size_t begin, size_t pattern_end) {
  if (pattern_end == begin + 1)
    return fail(FaultKind::bad_regex, "S0301", begin, pattern_end + 1,
                "`//` is an empty regular expression; write comments as `/* ... */`");
  size_t end = pattern_end + 1;
  while (at(end) == 'i' || at(end) == 'm') ++end;
  const std::string_view letters = text_.substr(pattern_end + 1, end - pattern_end - 1);
  const bool doubled = letters.find('i') != letters.rfind('i') || letters.find('m') != letters.rfind('m');
  if (doubled) return fail(FaultKind::bad_regex, "", begin, end, "this regular expression repeats a flag");
  const auto wrong = pattern_fault(text_.substr(begin + 1, pattern_end - begin - 1));
  if (wrong)
    return fail(FaultKind::bad_regex, "", begin, end,
                fmt::format("this regular expression is not valid: {}", *wrong));
  return make(Symbol::regex, begin, end);
}

/// Whether the escape at the position is legal; the position is then its last byte.
bool Lexer::skip_escape() {
  const size_t backslash = position_++;
  const char letter = at(position_);
  if (position_ < text_.size() && std::string_view("\"\\/bfnrt").find(letter) != std::string_view::npos)
    return true;
  if (letter != 'u') {
    const bool quote = letter == '\'';
    size_t end = position_ < text_.size() ? position_ + 1 : position_;
    while (end < text_.size() && utf8::continues(text_[end])) ++end;
    fail(FaultKind::bad_escape, "S0103", backslash, end,
         fmt::format(
             "`{}` is not a valid escape in a JSONata string; {}", text_.substr(backslash, end - backslash),
             quote ? "use double quotes for a string that contains an apostrophe"
                   : "expected one of `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\u`"));
    return false;
  }
  size_t digits = 0;
  while (digits < 4 && is_hex(at(position_ + 1 + digits))) ++digits;
  // The reference takes fewer digits where the text ends; the string is then unclosed.
  const bool text_ends = digits > 0 && position_ + 1 + digits == text_.size();
  if (digits == 4 || text_ends) return position_ += digits, true;
  fail(FaultKind::bad_escape, "S0104", backslash, position_ + 1,
       "`\\u` must be followed by four hexadecimal digits");
  return false;
}

Token Lexer::string() {
  const size_t begin = position_++;
  const char quote = text_[begin];
  for (; position_ < text_.size(); ++position_) {
    if (text_[position_] == quote) return make(Symbol::string, begin, position_ + 1);
    if (text_[position_] == '\\' && !skip_escape()) return {Symbol::fault, fault_->begin, fault_->end};
  }
  return fail(FaultKind::unclosed_string, "S0101", begin, text_.size(),
              fmt::format("this string has no closing `{}`", quote));
}

Token Lexer::number() {
  const size_t begin = position_;
  size_t end = begin + 1;
  const auto digits = [&](size_t from) {
    while (is_digit(at(from))) ++from;
    return from;
  };
  if (text_[begin] != '0') end = digits(end);
  if (at(end) == '.' && is_digit(at(end + 1))) end = digits(end + 1);
  if (at(end) == 'e' || at(end) == 'E') {
    const size_t sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
    if (is_digit(at(end + 1 + sign))) end = digits(end + 1 + sign);
  }
  const std::string text(text_.substr(begin, end - begin));
  if (std::isfinite(std::strtod(text.c_str(), nullptr))) return make(Symbol::number, begin, end);
  return fail(FaultKind::bad_number, "S0102", begin, end,
              "this number is out of range; the maximum is 1.79e308");
}

Token Lexer::quoted_name() {
  const size_t begin = position_, close = text_.find('`', begin + 1);
  if (close != std::string_view::npos) return make(Symbol::name, begin, close + 1);
  return fail(FaultKind::unclosed_name, "S0105", begin, text_.size(), "this name has no closing backquote");
}

/// A name goes on to the next blank or operator: quotes, `$` and control characters are part of it.
Token Lexer::word() {
  const size_t begin = position_;
  size_t end = begin;
  while (end < text_.size() && !is_space(text_[end]) && operator_of(text_[end]) == Symbol::end) ++end;
  return make(word_symbol(text_.substr(begin, end - begin)), begin, end);
}

}  // namespace sfn::asl::jsonata
