#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/characters.h"
#include "lint/nearest.h"
#include "lint/utf8.h"

namespace sfn::asl::intrinsic {
namespace {

using Kind = Fault::Kind;

// The specification's characters of a function's name, `[A-Za-z._\-\d]`.
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; }
bool is_escaped(char c) { return c == '\'' || c == '{' || c == '}' || c == '\\'; }

// Reads a call by recursive descent. The first fault stops it.
class Parser {
 public:
  Parser(std::string_view text, Span within) : text_(text.substr(0, within.end)), at_(within.begin) {}

  void whole(Parsed& parsed);

 private:
  bool call(Call& call);
  bool open_paren(const Call& call);
  bool arguments(Call& call);
  bool argument(Argument& argument);
  bool text(Argument& argument);
  bool escape();
  bool double_quoted();
  bool path(Argument& argument);
  bool word(Argument& argument);
  bool number(Argument& argument);
  bool between(const Call& call);

  bool done() const { return at_ >= text_.size(); }
  char peek(uint32_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void skip_blanks() {
    while (!done() && is_blank(peek())) ++at_;
  }
  std::string_view from(uint32_t begin) const { return text_.substr(begin, at_ - begin); }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  Span one(uint32_t offset) const;
  std::string named(uint32_t offset) const;
  uint32_t path_end() const;
  bool fail(Kind kind, Span span, std::string message, std::optional<Repair> repair = {}) {
    fault_ = Fault{kind, span, std::move(message), std::move(repair)};
    return false;
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t depth_ = 0;
  std::optional<Fault> fault_;
};

// The whole character at an offset, for a message; the last one for the end.
Span Parser::one(uint32_t offset) const {
  if (size() == 0) return {};
  const uint32_t begin = std::min(offset, size() - 1);
  uint32_t end = begin + 1;
  while (end < size() && end - begin < 4 && utf8::continues(text_[end])) ++end;
  return {begin, end};
}

std::string Parser::named(uint32_t offset) const {
  if (offset >= size()) return "the end";
  const Span span = one(offset);
  return fmt::format("`{}`", text_.substr(span.begin, span.end - span.begin));
}

// A text in double quotes becomes one in apostrophes: what needs a backslash there gets one, `\"` loses it.
std::string in_apostrophes(std::string_view inside) {
  std::string out = "'";
  for (size_t i = 0; i < inside.size(); ++i) {
    const bool pair = inside[i] == '\\' && i + 1 < inside.size();
    if (inside[i] == '\'') out += "\\'";
    else if (pair && inside[i + 1] == '"') out += inside[++i];
    else if (pair && is_escaped(inside[i + 1])) (out += inside[i]) += inside[i + 1], ++i;
    else out += inside[i];
  }
  return out + "'";
}

bool Parser::double_quoted() {
  const uint32_t begin = at_++;
  while (!done() && peek() != '"') at_ += peek() == '\\' ? 2 : 1;
  const char* message = "a string cannot be in double quotes here; use apostrophes, as in `'text'`";
  if (done()) return fail(Kind::double_quotes, {begin, begin + 1}, message);
  ++at_;
  const std::string_view inside = text_.substr(begin + 1, at_ - begin - 2);
  return fail(Kind::double_quotes, {begin, at_}, message, Repair{{begin, at_}, in_apostrophes(inside)});
}

// `\"` and `\n` are what people write who escape for JSON twice; the rest is left to its author.
char meant_by_escape(char escaped) {
  if (escaped == '"' || escaped == '/') return escaped;
  return escaped == 'n' ? '\n' : escaped == 't' ? '\t' : '\0';
}

// Fixes the escape at `at` and all that follow in its text: who writes one so writes all so.
std::optional<Repair> fixed_escapes(std::string_view text, uint32_t at) {
  std::optional<Repair> repair;
  std::string fixed;
  for (uint32_t i = at; i + 1 < text.size() && text[i] != '\''; ++i) {
    if (text[i] != '\\') {
      fixed += text[i];
      continue;
    }
    const char escaped = text[++i], meant = meant_by_escape(escaped);
    if (meant == '\0' && !is_escaped(escaped)) break;
    if (meant == '\0') (fixed += '\\') += escaped;
    else repair = Repair{{at, i + 1}, fixed += meant};
  }
  return repair;
}

bool Parser::escape() {
  const Span span{at_, one(at_ + 1).end};
  const char escaped = peek(1);
  if (is_escaped(escaped)) {
    at_ += 2;
    return true;
  }
  return fail(Kind::open_escape, span,
              fmt::format("`{}` is not a valid escape; in a string a backslash is followed by `'`, `{{`, "
                          "`}}` or `\\`",
                          text_.substr(span.begin, span.end - span.begin)),
              fixed_escapes(text_, at_));
}

bool Parser::text(Argument& argument) {
  const uint32_t begin = at_++;
  while (!done() && peek() != '\'') {
    if (peek() != '\\') ++at_;
    else if (at_ + 1 >= size()) break;
    else if (!escape()) return false;
  }
  if (peek() != '\'')
    return fail(Kind::unclosed_text, {begin, begin + 1}, "this string is not closed; expected another `'`");
  ++at_;
  argument.kind = Argument::Kind::text;
  argument.written = text_.substr(begin + 1, at_ - begin - 2);
  return true;
}

// A path ends at the comma or parenthesis that belongs to the call: not in its brackets, quotes or
// parentheses.
uint32_t Parser::path_end() const {
  uint32_t i = at_, brackets = 0, parens = 0;
  char quote = '\0';
  for (; i < size(); ++i) {
    const char c = text_[i];
    if (c == '\\') ++i;
    else if (quote != '\0') quote = c == quote ? '\0' : quote;
    else if (brackets > 0 && (c == '\'' || c == '"')) quote = c;
    else if (c == '[') ++brackets;
    else if (c == ']') brackets -= brackets > 0 ? 1 : 0;
    else if (c == '(') ++parens;
    else if (brackets == 0 && parens == 0 && (c == ',' || c == ')')) break;
    else if (c == ')' && parens > 0) --parens;
  }
  return std::min(i, size());
}

bool Parser::path(Argument& argument) {
  Span within{at_, path_end()};
  while (within.end > within.begin + 1 && is_blank(text_[within.end - 1])) --within.end;
  path::Parsed parsed = path::parse(text_, within);
  if (parsed.fault && parsed.fault->kind == path::Fault::Kind::inner_blank) {
    const size_t next = text_.find_first_not_of(blanks, parsed.fault->span.begin);
    const uint32_t blank = parsed.fault->span.begin;
    if (next != text_.npos && (text_[next] == '$' || text_[next] == '\''))
      return fail(Kind::missing_comma, parsed.fault->span,
                  "there is a blank between two arguments; expected `,`", Repair{{blank, blank}, ","});
  }
  if (parsed.fault)
    return fail(Kind::bad_path, parsed.fault->span, std::move(parsed.fault->message),
                std::move(parsed.fault->repair));
  at_ = within.end;
  argument.kind = Argument::Kind::path;
  argument.path = std::make_unique<path::Path>(std::move(parsed.path));
  return true;
}

bool Parser::number(Argument& argument) {
  const uint32_t begin = at_;
  const auto digits = [&] {
    const uint32_t first = at_;
    while (is_digit(peek())) ++at_;
    return at_ > first;
  };
  if (peek() == '-') ++at_;
  bool sound = digits();
  if (sound && peek() == '.') ++at_, sound = digits();
  if (sound && (peek() == 'e' || peek() == 'E')) {
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    sound = digits();
  }
  if (sound && !is_name(peek())) {
    argument.kind = Argument::Kind::number;
    return true;
  }
  while (!done() && is_name(peek())) ++at_;
  return fail(Kind::bad_argument, {begin, at_},
              fmt::format("`{}` is not a number; enclose strings in apostrophes", from(begin)));
}

// `true`, `false`, `null` or the name of a nested call.
bool Parser::word(Argument& argument) {
  const uint32_t begin = at_;
  while (!done() && is_name(peek())) ++at_;
  const std::string_view written = from(begin);
  const uint32_t end = at_;
  if (peek() == '(' || written.starts_with("States.")) {
    at_ = begin;
    argument.kind = Argument::Kind::call;
    argument.call = std::make_unique<Call>();
    return call(*argument.call);
  }
  argument.kind = written == "null" ? Argument::Kind::null : Argument::Kind::boolean;
  if (written == "true" || written == "false" || written == "null") return true;
  for (const std::string_view literal : {"true", "false", "null"})
    if (equal_without_case(written, literal))
      return fail(Kind::bad_argument, {begin, end},
                  fmt::format("`{}` must be written `{}`", written, literal),
                  Repair{{begin, end}, std::string(literal)});
  return fail(
      Kind::bad_argument, {begin, end},
      fmt::format("`{}` is not a valid argument; enclose strings in apostrophes and begin paths with `$`",
                  written));
}

bool Parser::argument(Argument& argument) {
  const uint32_t begin = at_;
  const char c = peek();
  bool sound = false;
  if (c == '\'') sound = text(argument);
  else if (c == '"') sound = double_quoted();
  else if (c == '$') sound = path(argument);
  else if (is_digit(c) || c == '-') sound = number(argument);
  else if (is_letter(c) || c == '_') sound = word(argument);
  else
    sound =
        fail(Kind::bad_argument, one(at_), fmt::format("unexpected {}; expected an argument", named(at_)));
  argument.span = {begin, at_};
  if (argument.kind != Argument::Kind::text) argument.written = from(begin);
  return sound;
}

// Behind an argument: true if a comma leads to another one or `)` is next.
bool Parser::between(const Call& call) {
  skip_blanks();
  if (peek() == ')') return true;
  if (done()) {
    const Span open{call.name_span.end, call.name_span.end + 1};
    return fail(Kind::unclosed_call, open, "`(` is not closed; expected `)`", Repair{{size(), size()}, ")"});
  }
  if (is_name(peek()) && call.arguments.back().kind == Argument::Kind::text && text_[at_ - 1] == '\'')
    return fail(Kind::missing_comma, {at_ - 1, at_},
                "this string ends inside a word; write an apostrophe in a string as `\\'`",
                Repair{{at_ - 1, at_}, "\\'"});
  if (peek() != ',')
    return fail(Kind::missing_comma, one(at_),
                fmt::format("unexpected {} after an argument; expected `,` or `)`", named(at_)));
  const uint32_t comma = at_++;
  skip_blanks();
  if (peek() == ',')
    return fail(Kind::missing_argument, {at_, at_ + 1},
                "unexpected second comma; expected an argument between the two");
  if (peek() == ')')
    return fail(Kind::missing_argument, {comma, comma + 1}, "unexpected comma after the last argument",
                Repair{{comma, comma + 1}, ""});
  if (done())
    return fail(Kind::unclosed_call, {comma, comma + 1},
                "the call ends with a comma; expected an argument and `)`");
  return true;
}

bool Parser::arguments(Call& call) {
  skip_blanks();
  if (peek() == ',')
    return fail(Kind::missing_argument, {at_, at_ + 1}, "unexpected comma; expected an argument before it");
  if (done()) return between(call);
  while (peek() != ')') {
    if (!argument(call.arguments.emplace_back())) return false;
    if (!between(call)) return false;
  }
  ++at_;
  return true;
}

// The specification: the name "MUST be followed immediately" by the arguments.
bool Parser::open_paren(const Call& call) {
  if (peek() == '(') return true;
  const uint32_t blank = at_;
  skip_blanks();
  if (peek() == '(')
    return fail(Kind::blank_before_paren, {blank, at_},
                fmt::format("unexpected blank between `{}` and `(`", call.name), Repair{{blank, at_}, ""});
  return fail(Kind::missing_paren, call.name_span, fmt::format("`{}` is not followed by `(`", call.name));
}

bool Parser::call(Call& call) {
  const uint32_t begin = at_;
  while (!done() && is_name(peek())) ++at_;
  call.name = from(begin);
  call.name_span = {begin, at_};
  if (depth_ >= max_depth)
    return fail(Kind::too_deep, call.name_span,
                fmt::format("calls cannot be nested more than {} levels deep", max_depth));
  if (!open_paren(call)) return false;
  ++at_;
  ++depth_;
  const bool sound = arguments(call);
  --depth_;
  call.span = {begin, at_};
  return sound;
}

void Parser::whole(Parsed& parsed) {
  Call root;
  const uint32_t begin = at_;
  if (!is_letter(peek())) {
    fail(Kind::no_call, {begin, size()},
         "this is not a call of an intrinsic function; expected `States.Name(...)`");
  } else if (call(root) && !done()) {
    const uint32_t end = at_;
    skip_blanks();
    fail(Kind::extra_text, {at_, size()}, "unexpected text after the closing `)`",
         text_.find_first_not_of(") \t\r\n", end) == text_.npos ? std::optional(Repair{{end, size()}, ""})
                                                                : std::nullopt);
  }
  parsed.fault = std::move(fault_);
  if (!parsed.fault) parsed.call = std::move(root);
}

}  // namespace

Parsed parse(std::string_view text) {
  Span span{0, static_cast<uint32_t>(text.size())};
  const Span all = span;
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
  Parsed parsed;
  Parser(text, span).whole(parsed);
  if (parsed.fault || span == all) return parsed;
  const Span blank = span.begin > 0 ? Span{0, span.begin} : Span{span.end, all.end};
  parsed.outer_blank = Fault{Kind::outer_blank, blank, "there is whitespace around this call",
                             Repair{all, std::string(text.substr(span.begin, span.end - span.begin))}};
  return parsed;
}

bool begins_as_call(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  if (equal_without_case(text.substr(0, 7), "States.")) return true;
  const auto end = std::find_if_not(text.begin(), text.end(), is_name);
  return end != text.begin() && end != text.end() && *end == '(' && is_letter(text.front());
}

std::string Argument::text() const {
  std::string out;
  if (kind != Kind::text) return out;
  out.reserve(written.size());
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size()) ++i;
    out += written[i];
  }
  return out;
}

std::optional<double> Argument::number() const {
  if (kind != Kind::number) return {};
  double value = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), value);
  if (read.ec == std::errc::result_out_of_range) return written.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  return value;
}

Span Argument::inside() const { return kind == Kind::text ? Span{span.begin + 1, span.end - 1} : span; }

bool mentions(const Call& call, path::Root root, std::initializer_list<std::string_view> members) {
  bool found = false;
  each_path(call, [&](const path::Path& path) { found = found || path::mentions(path, root, members); });
  return found;
}

}  // namespace sfn::asl::intrinsic
