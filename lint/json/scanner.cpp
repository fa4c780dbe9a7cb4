#include "lint/json/scanner.h"

#include <algorithm>

#include "lint/json/string.h"

namespace sfn::json {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What to delete for a comment: with the blanks before it, and with its line where nothing else is on it.
Span comment_with_blanks(std::string_view text, Span comment) {
  Span gone = comment;
  while (gone.begin > 0 && (text[gone.begin - 1] == ' ' || text[gone.begin - 1] == '\t')) --gone.begin;
  const bool begins_line = gone.begin == 0 || text[gone.begin - 1] == '\n';
  const size_t rest = text.find_first_not_of(" \t\r", comment.end);
  if (begins_line && rest != std::string_view::npos && text[rest] == '\n')
    gone.end = static_cast<uint32_t>(rest + 1);
  return gone;
}

/// Deleting a comment must not join two tokens: `1/**/2`.
Repair delete_comment(std::string_view text, Span comment) {
  const Span gone = comment_with_blanks(text, comment);
  const auto separates = [](char c) {
    return is_blank(c) || std::string_view(",:{}[]").find(c) != std::string_view::npos;
  };
  const bool safe = gone.begin == 0 || gone.end >= text.size() || separates(text[gone.begin - 1]) ||
                    separates(text[gone.end]);
  return {gone, safe ? "" : " "};
}

}  // namespace

Scanner::Scanner(std::string_view text, Builder* builder, QuotesInPlaceholders quotes)
    : text_(text), builder_(builder), match_quotes_(quotes == QuotesInPlaceholders::match) {}

std::optional<Fault> Scanner::scan() {
  document();
  return std::move(fault_);
}

bool Scanner::document() {
  if (text_.starts_with(byte_order_mark)) at_ = 3;
  const uint32_t begin = at_;
  if (!skip_blank()) return false;
  if (at_end())
    return stop(Fault::Kind::empty, {begin, begin},
                at_ == begin ? "the file is empty; expected a JSON object"
                             : "the file contains only whitespace; expected a JSON object");
  if (!value()) return false;
  while (!levels_.empty())
    if (!step()) return false;
  if (!skip_blank()) return false;
  if (at_end()) return true;
  return stop(Fault::Kind::extra_text, token_here(),
              "expected nothing after the end of the JSON value; found " + found());
}

/// One token of structure, or one member or item up to the begin of what it nests.
bool Scanner::step() {
  if (!skip_blank()) return false;
  const Level& level = levels_.back();
  if (at_end()) return ends_early(missing_brackets());
  if (here() == (level.object ? '}' : ']')) return close();
  if (level.after == After::value || level.after == After::placeholder) return separator();
  if (level.object) return member();
  levels_.back().after = After::value;
  return value();
}

bool Scanner::separator() {
  Level& level = levels_.back();
  if (here() == ',') {
    level.after = After::comma;
    comma_ = at_++;
    return true;
  }
  // A placeholder may bring its own comma: `"a": 1 ${more}`, `${more} "a": 1`.
  if (level.after == After::placeholder || placeholder_here()) {
    level.after = After::open;
    return true;
  }
  return not_separated();
}

bool Scanner::member() {
  if (placeholder_here()) return placeholder_member();
  StringShape shape;
  if (!key(shape)) return false;
  levels_.back().after = After::value;
  if (builder_) builder_->key(shape);
  key_ = shape.span;
  return colon() && value();
}

bool Scanner::colon() {
  if (!skip_blank()) return false;
  if (at_end()) return ends_early("`:`");
  if (here() != ':' && !(string_ == key_ && ran_past_smart_quote())) return unexpected("`:` after the key");
  if (!skip_blank()) return false;  // ran_past_smart_quote went back to the end of the key
  ++at_;
  if (!skip_blank()) return false;
  return at_end() ? ends_early("a value") : true;
}

bool Scanner::value() {
  switch (here()) {
    case '{':
      return open(Kind::object);
    case '[':
      return open(Kind::array);
    case '"':
      return string_value();
    default:
      return word_value();
  }
}

bool Scanner::open(Kind kind) {
  if (levels_.size() == max_depth)
    return stop(
        Fault::Kind::too_deep, {at_, at_ + 1},
        "objects and arrays cannot be nested more than " + std::to_string(max_depth) + " levels deep");
  if (builder_) builder_->open(kind, at_);
  levels_.push_back({at_, kind == Kind::object, After::open, key_});
  key_ = {};
  ++at_;
  return true;
}

bool Scanner::close() {
  const bool object = levels_.back().object;
  if (levels_.back().after == After::comma) {
    const Span comma{comma_, comma_ + 1};
    fix(Fault::Kind::trailing_comma, comma,
        object ? "JSON does not allow a comma before `}`; remove it"
               : "JSON does not allow a comma before `]`; remove it",
        {{comma, ""}});
  }
  levels_.pop_back();
  last_end_ = ++at_;
  if (builder_) builder_->close(at_);
  return true;
}

bool Scanner::skip_blank() {
  while (!at_end()) {
    if (is_blank(text_[at_])) ++at_;
    else if (here() != '/' && here() != '#') return true;
    else if (!comment()) return false;
  }
  return true;
}

bool Scanner::comment() {
  Span span{at_, size()};
  if (starts("/*")) {
    const size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos)
      return stop(Fault::Kind::comment, {at_, at_ + 2},
                  "JSON does not have comments, and this one is never closed");
    span.end = static_cast<uint32_t>(end + 2);
  } else if (starts("//") || here() == '#') {
    span.end = static_cast<uint32_t>(std::min(text_.find_first_of("\r\n", at_), text_.size()));
  } else {
    return unexpected("a value");
  }
  at_ = span.end;
  return fix(Fault::Kind::comment, span,
             "JSON does not have comments; delete it, or move its text to a `Comment` field",
             {delete_comment(text_, span)});
}

}  // namespace sfn::json
