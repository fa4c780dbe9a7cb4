// What stands in brackets: names, indexes, slices, wildcards; filters are in filter.cpp.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "lint/asl/path/parser.h"

namespace sfn::asl::path {
namespace {

constexpr std::string_view legal = "a quoted name, an index, a slice, `*` or a filter";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Numbers between commas or colons. Java's split drops what is empty behind the last comma, so `[1,]` is
// legal.
bool all_integers(std::string_view text, char separator, bool empty_is_legal, size_t& count) {
  for (count = 0; !text.empty(); ++count) {
    const size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!is_integer(part) && !(empty_is_legal && part.empty())) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

}  // namespace

bool Parser::close_bracket(uint32_t open, std::string_view expected) {
  skip_blanks();
  if (peek() == ']') {
    ++at_;
    return true;
  }
  const auto size = static_cast<uint32_t>(text_.size());
  std::optional<Repair> repair;
  if (depth_ == 0) repair = Repair{{size, size}, "]"};
  if (done())
    fail(Fault::Kind::unclosed_bracket, one(open), "`[` is not closed; expected `]`", std::move(repair));
  else
    fail(Fault::Kind::bad_bracket, one(at_), fmt::format("unexpected {}; expected {}", named(at_), expected));
  return false;
}

bool Parser::quoted_name(Path& path, Step& step) {
  const uint32_t begin = at_;
  if (!skip_quoted()) {
    fail(Fault::Kind::unclosed_quote, one(begin),
         fmt::format("{0} is not closed; expected another {0}", named(begin)));
    return false;
  }
  step.name = {begin + 1, at_ - 1};
  step.text = resolved(path, step.name);
  return true;
}

void Parser::quoted_names(Path& path, Step step, uint32_t open) {
  size_t count = 0;
  for (; ok(); ++count) {
    if (!quoted_name(path, step)) return;
    skip_blanks();
    if (peek() != ',') break;
    const uint32_t comma = at_++;
    skip_blanks();
    if (peek() != '\'' && peek() != '"')
      return fail(Fault::Kind::bad_bracket, one(comma),
                  "a comma in brackets must be followed by a quoted name");
  }
  if (!close_bracket(open, "`,` or `]` after the name")) return;
  step.kind = count > 0 ? Step::Kind::names : Step::Kind::member;
  if (count > 0) step.name = {}, step.text = {};
  step.span.end = at_;
  path.steps.push_back(step);
}

void Parser::numbers(Path& path, Step step, uint32_t open) {
  const uint32_t begin = at_;
  const auto belongs = [](char c) { return is_digit(c) || is_blank(c) || c == ',' || c == '-' || c == ':'; };
  while (!done() && belongs(peek())) ++at_;
  const std::string_view inside = trimmed(text_.substr(begin, at_ - begin));
  const Span span{begin, begin + static_cast<uint32_t>(inside.size())};
  if (!close_bracket(open, "an index, a slice or `]`")) return;
  const bool slice = inside.find(':') != inside.npos;
  size_t count = 0;
  if (!all_integers(inside, slice ? ':' : ',', slice, count) || (slice && count > 3))
    return fail(Fault::Kind::bad_bracket, span, fmt::format("`{}` is neither an index nor a slice", inside));
  step.kind = slice ? Step::Kind::slice : count > 1 ? Step::Kind::indexes : Step::Kind::index;
  std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
  step.span.end = at_;
  path.steps.push_back(step);
}

void Parser::wildcard(Path& path, Step step, uint32_t open) {
  ++at_;
  if (!close_bracket(open, "`]` after `*`")) return;
  step.kind = Step::Kind::wildcard;
  step.span.end = at_;
  path.steps.push_back(step);
}

// `(@.length-1)`, the one expression in brackets that is known to work. False, with nothing read, for others.
bool Parser::from_end(Path& path, Step step, uint32_t open) {
  const uint32_t begin = at_;
  const auto token = [this](std::string_view expected) {
    skip_blanks();
    const bool there = starts(expected);
    if (there) at_ += static_cast<uint32_t>(expected.size());
    return there;
  };
  bool sound = token("(") && token("@.length") && (token("()"), token("-"));
  skip_blanks();
  const uint32_t number = at_;
  while (is_digit(peek())) ++at_;
  const std::string_view digits = text_.substr(number, at_ - number);
  sound = sound && !digits.empty() && token(")");
  if (!sound || peek() != ']') {
    at_ = begin;
    return false;
  }
  if (!close_bracket(open, "`]`")) return true;
  step.kind = Step::Kind::from_end;
  std::from_chars(digits.data(), digits.data() + digits.size(), step.index);
  step.index = -step.index;
  step.span.end = at_;
  path.steps.push_back(step);
  return true;
}

void Parser::no_bracket_content(uint32_t open) {
  if (peek() == ']')
    return fail(Fault::Kind::bad_bracket, {open, at_ + 1},
                fmt::format("these brackets are empty; expected {}", legal));
  if (starts("‘") || starts("’") || starts("“") || starts("”"))
    return fail(Fault::Kind::bad_bracket, one(at_),
                "a typographic quotation mark cannot be used in brackets; expected `'`");
  uint32_t end = at_;
  while (end < text_.size() && (is_word(text_[end]) || text_[end] == '-')) ++end;
  const Span name{at_, end};
  const std::string_view written = text_.substr(at_, end - at_);
  const bool closed = end > at_ && end < text_.size() && text_[end] == ']';
  if (closed)
    return fail(Fault::Kind::bad_bracket, name,
                fmt::format("`{0}` needs quotes in brackets: `['{0}']`", written),
                Repair{name, fmt::format("'{}'", written)});
  if (peek() == '$' || peek() == '@' || peek() == '(')
    return fail(Fault::Kind::bad_bracket, one(at_),
                fmt::format("an expression cannot be used in brackets; expected {}", legal));
  fail(Fault::Kind::bad_bracket, one(at_),
       fmt::format("unexpected {} in brackets; expected {}", named(at_), legal));
}

void Parser::bracket_step(Path& path, uint32_t begin, Step::Written written) {
  const uint32_t open = at_++;
  const Step step{Step::Kind::member, written, {begin, begin}};
  skip_blanks();
  const char c = peek();
  if (done()) return fail(Fault::Kind::unclosed_bracket, one(open), "`[` is not closed; expected `]`");
  if (c == '\'' || c == '"') return quoted_names(path, step, open);
  if (c == '*') return wildcard(path, step, open);
  if (c == '?') return filter_step(path, step, open);
  if (is_digit(c) || c == '-' || c == ':') return numbers(path, step, open);
  if (c == '(' && from_end(path, step, open)) return;
  no_bracket_content(open);
}

}  // namespace sfn::asl::path
