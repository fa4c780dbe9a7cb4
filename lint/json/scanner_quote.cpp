// Strings in quotes that are not JSON's: 'text' and “text”.
#include <array>

#include "lint/json/scanner.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

constexpr std::array<std::string_view, 6> double_marks{"“", "”", "„", "‟", "«", "»"};
constexpr std::array<std::string_view, 4> single_marks{"‘", "’", "‚", "‛"};
constexpr std::string_view smart_message =
    "a string needs straight double quotes, `\"`, not typographic quotes";

template <size_t count>
uint32_t mark_length(const std::array<std::string_view, count>& marks, std::string_view text, size_t at) {
  for (std::string_view mark : marks)
    if (text.substr(at, mark.size()) == mark) return static_cast<uint32_t>(mark.size());
  return 0;
}

/// A string in single quotes as JSON writes it; `content` is without its quotes.
std::string requoted(std::string_view content) {
  std::string out = "\"";
  for (size_t i = 0; i < content.size(); ++i) {
    if (content.substr(i, 2) == "\\'") continue;
    if (content[i] == '\\' && i + 1 < content.size()) {
      out += content.substr(i++, 2);
    } else {
      if (content[i] == '"') out += '\\';
      out += content[i];
    }
  }
  return out += '"';
}

}  // namespace

bool Scanner::other_quote_begins() const {
  return here() == '\'' || mark_length(double_marks, text_, at_) || mark_length(single_marks, text_, at_);
}

bool Scanner::other_quoted(StringShape& shape) {
  const uint32_t begin = at_;
  const bool fixed = here() == '\'' ? single_quoted(shape) : smart_quoted(shape);
  string_ = shape.span = {begin, at_};
  return fixed && utf8(shape.span);
}

bool Scanner::single_quoted(StringShape& shape) {
  const uint32_t begin = at_;
  uint32_t end = begin + 1;
  while (end < size() && text_[end] != '\'' && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
  if (end >= size() || text_[end] != '\'')
    return stop(Fault::Kind::single_quote, {begin, begin + 1},
                "a string needs double quotes, and this string in single quotes is not closed");
  shape.span = {begin, end + 1};
  at_ = end + 1;
  const std::string quoted = requoted(bytes({begin + 1, end}));
  return fix(Fault::Kind::single_quote, shape.span, "a string needs double quotes, not single quotes",
             {{shape.span, quoted}});
}

bool Scanner::smart_quoted(StringShape& shape) {
  const bool twofold = mark_length(double_marks, text_, at_) > 0;
  const auto mark_at = [&](size_t at) {
    return twofold ? mark_length(double_marks, text_, at) : mark_length(single_marks, text_, at);
  };
  const Span opening{at_, at_ + mark_at(at_)};
  uint32_t end = opening.end;
  while (end < size() && text_[end] != '\n' && text_[end] != '"' && !mark_at(end))
    end += text_[end] == '\\' ? 2 : 1;
  if (end >= size() || text_[end] == '\n')
    return stop(Fault::Kind::smart_quote, opening, std::string(smart_message));
  const Span closing{end, end + (text_[end] == '"' ? 1 : mark_at(end))};
  shape.span = {opening.begin, closing.end};
  at_ = closing.end;
  return fix(Fault::Kind::smart_quote, opening, smart_message, {{opening, "\""}, {closing, "\""}});
}

/// For a string that begins with `"` and seems to run on, without its end: whether a typographic quote was
/// meant to close it. Goes back to behind that.
bool Scanner::closed_by_smart_quote(Span string) {
  for (uint32_t at = string.begin + 1; at < string.end; ++at) {
    if (text_[at] == '\n') return false;
    const uint32_t length = mark_length(double_marks, text_, at);
    if (length == 0 || at + length > string.end) continue;
    const size_t next = text_.find_first_not_of(" \t\r", at + length);
    if (next != std::string_view::npos &&
        std::string_view(",:}]\n").find(text_[next]) == std::string_view::npos)
      continue;
    const Span mark{at, at + length};
    at_ = last_end_ = mark.end;
    string_ = {string.begin, mark.end};
    return fix(Fault::Kind::smart_quote, mark, smart_message, {{mark, "\""}});
  }
  return false;
}

/// The same for the last string, which found a closing quote that opens the next one.
bool Scanner::ran_past_smart_quote() {
  return text_[string_.begin] == '"' && closed_by_smart_quote({string_.begin, string_.end - 1});
}

}  // namespace sfn::json
