#include "lint/asl/jsonata/wording.h"

#include <fmt/core.h>

#include <optional>

#include "lint/utf8.h"

namespace sfn::asl::jsonata {
namespace {

constexpr size_t longest_quote = 40;

/// A token as messages print it: not too long, and cut between characters.
std::string quote(const Misfit& at) {
  const std::string_view token = at.text.substr(at.token.begin, at.token.end - at.token.begin);
  size_t length = token.size() <= longest_quote ? token.size() : longest_quote;
  while (length < token.size() && utf8::continues(token[length])) --length;
  const std::string text = std::string(token.substr(0, length)) + (length < token.size() ? "..." : "");
  return at.token.symbol == Symbol::name && text.front() == '`' ? "name " + text : "`" + text + "`";
}

char before(const Misfit& at, uint32_t count = 1) {
  return at.token.begin >= count ? at.text[at.token.begin - count] : '\0';
}
char after(const Misfit& at) { return at.token.end < at.text.size() ? at.text[at.token.end] : '\0'; }

Fault javascript(uint32_t begin, uint32_t end, std::string_view written, std::string_view right) {
  return {FaultKind::javascript_operator,
          "S0211",
          begin,
          end,
          fmt::format("`{}` is not a JSONata operator; write `{}`", written, right),
          {{begin, end, std::string(right)}}};
}

Fault newer(const Misfit& at, std::string_view written, std::string_view instead) {
  return {FaultKind::newer_operator, "S0211", at.token.begin - 1, at.token.end,
          fmt::format("`{}` was added in JSONata 2.1, but Step Functions supports 2.0.6; write `{}`", written,
                      instead)};
}

/// `==`, `===` and `!==`, of which the last `=` cannot stand.
std::optional<Fault> doubled_equals(const Misfit& at) {
  uint32_t begin = at.token.begin - 1, end = at.token.end;
  if (begin > 0 && at.text[begin - 1] == '!') --begin;
  while (end < at.text.size() && at.text[end] == '=') ++end;
  const std::string_view written = at.text.substr(begin, end - begin);
  if (written == "==" || written == "===") return javascript(begin, end, written, "=");
  if (written == "!==") return javascript(begin, end, written, "!=");
  return std::nullopt;
}

/// An operator of another language, or of a later JSONata, whose second half cannot stand.
std::optional<Fault> foreign_operator(const Misfit& at) {
  const uint32_t begin = at.token.begin == 0 ? 0 : at.token.begin - 1;
  const char left = before(at);
  switch (at.token.symbol) {
    case Symbol::equal:
      return left == '=' ? doubled_equals(at) : std::nullopt;
    case Symbol::ampersand:
      if (left == '&') return javascript(begin, at.token.end, "&&", "and");
      break;
    case Symbol::dot:
      if (left == '?') return javascript(begin, at.token.end, "?.", ".");
      break;
    case Symbol::greater:
      if (left == '=')
        return Fault{FaultKind::javascript_operator, "S0211", begin, at.token.end,
                     "`=>` is not a JSONata operator; write a function as `function($x) { ... }`"};
      break;
    case Symbol::question:
      if (left == '?') return newer(at, "??", "$exists(x) ? x : y");
      break;
    case Symbol::colon:
      if (left == '?') return newer(at, "?:", "x ? x : y");
      break;
    case Symbol::bang:
      return Fault{FaultKind::javascript_operator, "S0204", at.token.begin, at.token.end,
                   "`!` is not a JSONata operator; write `$not(...)`"};
    case Symbol::tilde:
      return Fault{FaultKind::misspelt_operator,
                   "S0204",
                   at.token.begin,
                   at.token.end,
                   "`~` is not an operator; did you mean `~>`?",
                   {{at.token.begin, at.token.end, "~>"}}};
    default:
      break;
  }
  return std::nullopt;
}

/// What people write between two values that JSONata does not read as an operator.
std::optional<Fault> foreign_infix(const Misfit& at, std::string_view code) {
  const Token token = at.token;
  if (token.symbol == Symbol::bar && after(at) == '|') {
    Fault fault = javascript(token.begin, token.end + 1, "||", "or");
    fault.code = code;
    return fault;
  }
  const std::string_view word = at.text.substr(token.begin, token.end - token.begin);
  const std::string_view right = word == "AND" || word == "And" ? "and"
                                 : word == "OR" || word == "Or" ? "or"
                                 : word == "IN" || word == "In" ? "in"
                                                                : "";
  if (right.empty()) return std::nullopt;
  return Fault{FaultKind::misspelt_operator,
               code,
               token.begin,
               token.end,
               fmt::format("`{}` is not an operator; write `{}`", word, right),
               {{token.begin, token.end, std::string(right)}}};
}

std::string_view hint_after(const Misfit& at) {
  switch (at.token.symbol) {
    case Symbol::semicolon:
      return "enclose several expressions in parentheses, as in `( ...; ... )`";
    case Symbol::star_star:
      return "write a power as `$power(x, y)`";
    case Symbol::paren_close:
    case Symbol::bracket_close:
    case Symbol::brace_close:
      return "no bracket is open here";
    default:
      return "expected an operator or the end of the expression";
  }
}

std::optional<Fault> trailing_comma(const Misfit& at, std::string_view code) {
  const Symbol symbol = at.token.symbol;
  if (symbol != Symbol::bracket_close && symbol != Symbol::brace_close && symbol != Symbol::paren_close)
    return std::nullopt;
  uint32_t comma = at.token.begin;
  while (comma > 0 && std::string_view(" \t\r\n").find(at.text[comma - 1]) != std::string_view::npos) --comma;
  if (comma == 0 || at.text[--comma] != ',') return std::nullopt;
  return Fault{FaultKind::trailing_comma,
               code,
               comma,
               at.token.end,
               fmt::format("a comma cannot precede {}", quote(at)),
               {{comma, comma + 1, ""}}};
}

}  // namespace

Fault no_value_here(const Misfit& at, std::string_view code) {
  if (auto fault = foreign_operator(at)) return *fault;
  if (auto fault = trailing_comma(at, code)) return *fault;
  if (at.token.symbol == Symbol::slash)
    return {FaultKind::unexpected_token, code, at.token.begin, at.token.end,
            "unexpected `/`; a regular expression cannot follow an opening bracket or a sign directly"};
  return {FaultKind::unexpected_token, code, at.token.begin, at.token.end,
          fmt::format("unexpected {}; expected a value", quote(at))};
}

Fault expected_token(const Misfit& at, Symbol expected) {
  const std::string_view right = spelling(expected);
  if (at.token.symbol == Symbol::end)
    return {FaultKind::unexpected_end, "S0203", at.token.begin, at.token.end,
            fmt::format("this expression ends too early; expected `{}`", right)};
  if (auto fault = foreign_infix(at, "S0202")) return *fault;
  return {FaultKind::unexpected_token, "S0202", at.token.begin, at.token.end,
          fmt::format("unexpected {}; expected `{}`", quote(at), right)};
}

Fault text_after(const Misfit& at) {
  if (auto fault = foreign_infix(at, "S0201")) return *fault;
  return {FaultKind::unexpected_token, "S0201", at.token.begin, at.token.end,
          fmt::format("unexpected {}; {}", quote(at), hint_after(at))};
}

}  // namespace sfn::asl::jsonata
