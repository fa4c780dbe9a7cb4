// Roots, dots and names.
#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/path/parser.h"
#include "lint/utf8.h"

namespace sfn::asl::path {

void Parser::skip_blanks() {
  while (!done() && is_blank(peek())) ++at_;
}

bool Parser::skip_quoted() {
  const char quote = text_[at_++];
  while (!done() && peek() != quote) at_ += peek() == '\\' ? 2 : 1;
  if (done()) return false;
  ++at_;
  return true;
}

bool Parser::skip_balanced() {
  uint32_t open = 0;
  do {
    const char c = peek();
    if (c == '\'' || c == '"') {
      if (!skip_quoted()) return false;
      continue;
    }
    if (c == '[' || c == '{' || c == '(') ++open;
    if (c == ']' || c == '}' || c == ')') --open;
    ++at_;
  } while (open > 0 && !done());
  return open == 0;
}

Span Parser::one(uint32_t offset) const {
  const auto size = static_cast<uint32_t>(text_.size());
  if (offset >= size) return size == 0 ? Span{} : one(size - 1);
  uint32_t begin = offset, end = offset + 1;
  while (begin > 0 && offset - begin < 3 && utf8::continues(text_[begin])) --begin;
  while (end < size && end - begin < 4 && utf8::continues(text_[end])) ++end;
  return {begin, end};
}

std::string Parser::named(uint32_t offset) const {
  if (offset >= text_.size()) return "the end";
  if (is_blank(text_[offset])) return "a blank";
  const Span span = one(offset);
  return fmt::format("`{}`", text_.substr(span.begin, span.end - span.begin));
}

void Parser::fail(Fault::Kind kind, Span span, std::string message, std::optional<Repair> repair) {
  if (fault) return;
  fault = Fault{kind, span, std::move(message), std::move(repair)};
}

// A backslash takes the character after it literally (specification, "Reference Paths"); one at the end
// stays.
std::string_view Parser::resolved(Path& path, Span name) const {
  const std::string_view written = text_.substr(name.begin, name.end - name.begin);
  if (written.find('\\') == written.npos) return written;
  std::string out;
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size()) ++i;
    out += written[i];
  }
  return path.escaped.emplace_front(std::move(out));
}

bool Parser::at_path_end() const {
  if (done()) return true;
  if (depth_ == 0) return false;
  const char c = peek();
  if (c == '&' || c == '|') return peek(1) == c;  // a single one may be part of a name
  return is_blank(c) || std::string_view("<>=~!)]").find(c) != std::string_view::npos;
}

bool Parser::at_name_end() const {
  const char c = peek();
  return c == '.' || c == '[' || c == '(' || is_blank(c) || at_path_end();
}

void Parser::variable(Path& path) {
  path.root = Root::variable;
  while (!done() && is_word(peek())) ++at_;
  const uint32_t begin = path.root_span.begin;
  path.root_span.end = at_;
  path.variable = text_.substr(begin + 1, at_ - begin - 1);
  if (at_path_end() || peek() == '.' || peek() == '[') return;
  if (is_blank(peek()))
    return fail(Fault::Kind::inner_blank, one(at_), "unexpected blank after the name of a variable");
  fail(Fault::Kind::bad_root, one(at_),
       fmt::format("{} cannot be part of a variable name; expected `.`, `[` or the end", named(at_)));
}

void Parser::root(Path& path) {
  path.root_span = {at_, at_ + 1};
  path.root = peek() == '@' ? Root::current : Root::data;
  ++at_;
  const bool in_data = path.root == Root::data;
  if (in_data && peek() == '$') {
    path.root = Root::context;
    path.root_span.end = ++at_;
  } else if (in_data && is_word(peek()) && !is_digit(peek())) {
    return variable(path);
  }
  if (at_path_end() || peek() == '.' || peek() == '[') return;
  const std::string_view root = text_.substr(path.root_span.begin, at_ - path.root_span.begin);
  if (is_blank(peek()))
    return fail(Fault::Kind::inner_blank, one(at_), fmt::format("unexpected blank after `{}`", root));
  const std::string_view name = path.root == Root::data ? ", a variable name" : "";
  fail(Fault::Kind::bad_root, one(at_),
       fmt::format("{} cannot follow `{}`; expected `.`, `[`{} or the end", named(at_), root, name));
}

void Parser::function_step(Path& path, Step step) {
  const uint32_t open = at_;
  if (!skip_balanced()) return fail(Fault::Kind::bad_function, one(open), "`(` is not closed; expected `)`");
  step.kind = Step::Kind::function;
  step.span.end = at_;
  path.steps.push_back(step);
}

void Parser::name_step(Path& path, uint32_t begin, Step::Written written) {
  const uint32_t from = at_;
  while (!at_name_end()) at_ += peek() == '\\' ? 2 : 1;
  at_ = std::min(at_, static_cast<uint32_t>(text_.size()));
  Step step{Step::Kind::member, written, {begin, at_}, {from, at_}};
  if (from == at_)
    return fail(Fault::Kind::missing_name, one(at_),
                fmt::format("unexpected {}; expected a name before it", named(at_)));
  step.text = resolved(path, step.name);
  if (peek() == '(') return function_step(path, step);
  path.steps.push_back(step);
}

void Parser::dot_step(Path& path) {
  const uint32_t begin = at_++;
  Step::Written written = Step::Written::dot;
  if (peek() == '.') {
    ++at_;
    path.steps.push_back({Step::Kind::descendant, written, {begin, at_}});
    written = Step::Written::bare;
  }
  const uint32_t from = written == Step::Written::bare ? at_ : begin;
  if (at_path_end())
    return fail(Fault::Kind::trailing_dot, {begin, at_},
                "this path ends with a dot; expected a name after it", Repair{{begin, at_}, ""});
  if (peek() == '.')
    return fail(Fault::Kind::extra_dot, one(at_), "there are three dots in a row; at most two are allowed");
  if (is_blank(peek()))
    return fail(Fault::Kind::inner_blank, one(at_), "unexpected blank after a dot; expected a name");
  if (peek() == '[')
    return bracket_step(path, from,
                        written == Step::Written::dot ? Step::Written::dot_bracket : Step::Written::bracket);
  if (peek() == '*') {
    ++at_;
    return path.steps.push_back({Step::Kind::wildcard, written, {from, at_}});
  }
  name_step(path, from, written);
}

namespace {

// `$.first name` is most probably `$['first name']`; anything but words is left to its author.
std::optional<Repair> bracket_name(std::string_view text, const Path& path, uint32_t blank) {
  if (path.steps.empty()) return {};
  const Step& step = path.steps.back();
  if (step.kind != Step::Kind::member || step.written != Step::Written::dot || step.span.end != blank)
    return {};
  uint32_t end = blank;
  while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == ' ')) ++end;
  const bool whole = end == text.size() || text[end] == '.' || text[end] == '[';
  if (!whole || text[end - 1] == ' ') return {};
  return Repair{{step.span.begin, end},
                fmt::format("['{}']", text.substr(step.name.begin, end - step.name.begin))};
}

}  // namespace

void Parser::steps(Path& path) {
  while (ok() && !at_path_end()) {
    if (peek() == '.') dot_step(path);
    else if (peek() == '[') bracket_step(path, at_, Step::Written::bracket);
    else if (is_blank(peek()))
      fail(Fault::Kind::inner_blank, one(at_),
           "a path cannot contain a blank; use brackets for a name with a blank: `['my name']`",
           depth_ == 0 ? bracket_name(text_, path, at_) : std::nullopt);
    else if (peek() == '*') {
      path.steps.push_back({Step::Kind::wildcard, Step::Written::bare, {at_, at_ + 1}});
      ++at_;
    } else name_step(path, at_, Step::Written::bare);
  }
}

Path Parser::whole() {
  Path path;
  const auto begins_step = [](char c) { return c == '.' || c == '['; };
  path.steps.reserve(static_cast<size_t>(std::count_if(text_.begin(), text_.end(), begins_step)));
  path.span = {at_, static_cast<uint32_t>(text_.size())};
  root(path);
  if (ok()) steps(path);
  path.span.end = at_;
  return path;
}

namespace {

constexpr size_t longest_shown = 60;  // bytes of a text that a message repeats

std::optional<Fault> no_root(std::string_view text, Span span) {
  using Kind = Fault::Kind;
  if (span.begin == span.end) return Fault{Kind::empty, span, "this path is empty; a path begins with `$`"};
  const char first = text[span.begin];
  if (first == '$') return {};
  std::optional<Repair> repair;
  if (first == '@') repair = Repair{{span.begin, span.begin + 1}, "$"};
  else if (first == '.' || first == '[') repair = Repair{{span.begin, span.begin}, "$"};
  else if (is_word(first)) repair = Repair{{span.begin, span.begin}, "$."};
  const std::string_view written = text.substr(span.begin, span.end - span.begin);
  const std::string subject = written.size() > longest_shown ? "this text" : fmt::format("`{}`", written);
  return Fault{Kind::no_root, span, fmt::format("{} is not a path; a path begins with `$`", subject),
               std::move(repair)};
}

Span without_blanks(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

Parsed parse(std::string_view text, Span within) {
  Span span = without_blanks(text, within);
  // A blank behind a backslash is part of the name.
  if (span.end < within.end && span.end > span.begin && text[span.end - 1] == '\\') ++span.end;
  Parsed parsed;
  parsed.fault = no_root(text, span);
  if (parsed.fault) return parsed;
  Parser parser(text, span);
  parsed.path = parser.whole();
  parsed.fault = std::move(parser.fault);
  if (parsed.fault || span == within) return parsed;
  const Span blank = span.begin > within.begin ? Span{within.begin, span.begin} : Span{span.end, within.end};
  parsed.outer_blank = Fault{Fault::Kind::outer_blank, blank, "there is whitespace around this path",
                             Repair{within, std::string(text.substr(span.begin, span.end - span.begin))}};
  return parsed;
}

Parsed parse(std::string_view text) { return parse(text, {0, static_cast<uint32_t>(text.size())}); }

bool begins_as_path(std::string_view text) {
  const auto first = std::find_if_not(text.begin(), text.end(), is_blank);
  return first != text.end() && *first == '$';
}

}  // namespace sfn::asl::path
