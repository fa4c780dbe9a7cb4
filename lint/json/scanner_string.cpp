// Strings in double quotes, and what is wrong inside them.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "lint/characters.h"
#include "lint/json/placeholder.h"
#include "lint/json/scanner.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

/// Bytes of a string that need no look: all of ASCII but controls, quote, backslash and what begins a
/// template.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (size_t c = 0x20; c < 0x80; ++c) table[c] = c != '"' && c != '\\' && c != '$' && c != '%';
  return table;
}();

/// Whether the string that has a line break at `at` ends where a string can end. If it does not, the line
/// break is where its closing quote was forgotten.
bool closes_later(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  if (at >= text.size()) return false;
  const size_t next = text.find_first_not_of(blanks, at + 1);
  return next == std::string_view::npos ||
         std::string_view(",:}]").find(text[next]) != std::string_view::npos;
}

/// Line breaks and blanks as they are written inside a string.
std::string escaped_blanks(std::string_view written) {
  std::string out;
  for (size_t i = 0; i < written.size(); ++i)
    if (written[i] != '\r' || i + 1 == written.size() || written[i + 1] != '\n')
      append_escaped(out, written[i]);
  return out;
}

std::string bad_escape_message(std::string_view escape) {
  if (escape == "\\u") return "`\\u` needs four hexadecimal digits";
  if (escape.size() < 2 || static_cast<unsigned char>(escape[1]) < 0x20)
    return "a backslash cannot continue a string on the next line; write a line break as `\\n`";
  return fmt::format("`{}` is not a JSON escape; write a backslash as `\\\\`", escape);
}

std::string bad_utf8_message(unsigned char byte) {
  std::string message = fmt::format("the byte 0x{:02X} is not valid UTF-8, as JSON requires", byte);
  if (byte >= 0xC0)  // letters of Latin-1
    message += fmt::format("; in Latin-1 it is `{}{}`", '\xC3', static_cast<char>(byte - 0x40));
  return message;
}

}  // namespace

bool Scanner::string(StringShape& shape) {
  shape = {{at_, at_}, false, false};
  ++at_;
  while (true) {
    while (!at_end() && plain[static_cast<unsigned char>(text_[at_])]) ++at_;
    if (at_end() || !goes_over_lines(shape.span.begin)) return unclosed(shape);
    if (here() == '"') break;
    if (!string_piece(shape)) return false;
  }
  string_ = shape.span = {shape.span.begin, ++at_};
  return true;
}

/// What is not plain inside a string: an escape, a placeholder, a control character, a byte past ASCII.
bool Scanner::string_piece(StringShape& shape) {
  const auto byte = static_cast<unsigned char>(here());
  if (byte < 0x20) return raw_control();
  if (byte >= 0x80) {
    const size_t length = character_length(text_, at_);
    if (length == 0) return bad_utf8(at_);
    at_ += static_cast<uint32_t>(length);
    return true;
  }
  if (byte == '\\') {
    shape.escaped = true;
    const size_t length = escape_length(text_, at_);
    if (length == 0) return bad_escape();
    at_ += static_cast<uint32_t>(length);
    return true;
  }
  shape.template_ = true;
  return string_placeholder();
}

/// Passes a `$` or `%`, with the whole placeholder where quotes inside it do not close the string.
bool Scanner::string_placeholder() {
  if (!match_quotes_ || !placeholder_begins(text_, at_)) return ++at_, true;
  const size_t end = placeholder_end(text_, at_);
  if (end == std::string_view::npos) {
    match_quotes_ = false;  // no later one can be closed either: the search must not run again and again
    return ++at_, true;
  }
  const Span span{at_, static_cast<uint32_t>(end)};
  at_ = span.end;
  return utf8(span);
}

/// False at a line break that shows that the string's closing quote was forgotten.
bool Scanner::goes_over_lines(uint32_t begin) {
  if ((here() != '\n' && here() != '\r') || line_breaks_in_ == begin) return true;
  line_breaks_in_ = begin;
  return closes_later(text_, at_);
}

bool Scanner::raw_control() {
  const char c = here();
  if (c == '\n' || c == '\r') return line_break();
  const Span span{at_, at_ + 1};
  ++at_;
  std::string escape;
  append_escaped(escape, c);
  const std::string what =
      c == '\t' ? "a tab" : fmt::format("the control character U+{:04X}", static_cast<unsigned>(c));
  return fix(Fault::Kind::raw_control, span,
             fmt::format("{} inside a string must be written `{}`", what, escape), {{span, escape}});
}

/// One or more line breaks inside a string: the last in it go, others become escapes.
bool Scanner::line_break() {
  const auto end = std::min(text_.find_first_not_of(blanks, at_), text_.size());
  const Span run{at_, static_cast<uint32_t>(end)};
  at_ = run.end;
  if (here() == '"')
    return fix(Fault::Kind::raw_control, run,
               "JSON does not allow a line break inside a string; this one, at the end of its string, was "
               "probably copied from a page",
               {{run, ""}});
  return fix(Fault::Kind::raw_control, {run.begin, run.begin + 1},
             "JSON does not allow a line break inside a string; write it as `\\n`",
             {{run, escaped_blanks(bytes(run))}});
}

bool Scanner::bad_escape() {
  Span span{at_, at_ + 1};
  if (span.end < size()) {
    const size_t length = character_length(text_, span.end);
    if (length == 0) return bad_utf8(span.end);
    span.end += static_cast<uint32_t>(length);
  }
  if (bytes(span) != "\\'") return stop(Fault::Kind::bad_escape, span, bad_escape_message(bytes(span)));
  at_ = span.end;
  return fix(Fault::Kind::bad_escape, span, "`\\'` is not a JSON escape; write `'` without a backslash",
             {{span, "'"}});
}

bool Scanner::bad_utf8(uint32_t at) {
  return stop(Fault::Kind::bad_utf8, {at, at + 1}, bad_utf8_message(static_cast<unsigned char>(text_[at])));
}

bool Scanner::utf8(Span span) {
  for (uint32_t at = span.begin; at < span.end;) {
    const size_t length = character_length(text_, at);
    if (length == 0) return bad_utf8(at);
    at += static_cast<uint32_t>(length);
  }
  return true;
}

bool Scanner::unclosed(StringShape& shape) {
  const uint32_t begin = shape.span.begin;
  if (closed_by_smart_quote({begin, at_})) {
    string_ = shape.span = {begin, at_};
    return true;
  }
  const Span opening{begin, begin + 1};
  if (at_end() && text_.find('\n', begin) == std::string_view::npos)
    return stop(Fault::Kind::truncated, opening, "the text ends inside the string that begins here");
  return stop(Fault::Kind::unclosed_string, opening,
              "the string that begins here is not closed; expected `\"` before the end of the line");
}

}  // namespace sfn::json
