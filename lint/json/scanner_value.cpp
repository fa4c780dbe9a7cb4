// Keys, scalars, and the placeholders that stand for them.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "lint/characters.h"
#include "lint/json/number.h"
#include "lint/json/placeholder.h"
#include "lint/json/scanner.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

struct Literal {
  std::string_view word;
  Kind kind;
};
constexpr std::array<Literal, 3> literals{
    {{"true", Kind::boolean}, {"false", Kind::boolean}, {"null", Kind::null}}};

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

/// The literal that a word of another language stands for; empty if it is none.
std::string_view literal_meant(std::string_view word) {
  if (word == "None" || word == "nil") return "null";
  if (word.size() > 5) return {};
  const std::string lower = lower_case(word);
  for (const Literal& literal : literals)
    if (lower == literal.word) return literal.word;
  return {};
}

/// A literal that was cut short or that something sticks to: `tru`, `nullx`.
std::string_view literal_nearby(std::string_view word) {
  for (const Literal& literal : literals)
    if (word.size() >= 2 && (literal.word.starts_with(word) || word.starts_with(literal.word)))
      return literal.word;
  return {};
}

}  // namespace

bool is_word_byte(char c) { return is_word(c) || c == '.' || c == '+' || c == '-'; }

bool Scanner::key(StringShape& shape) {
  if (here() == '"') return string(shape);
  if (other_quote_begins()) return other_quoted(shape);
  return unquoted_key(shape);
}

bool Scanner::unquoted_key(StringShape& shape) {
  Span word{at_, at_};
  while (word.end < size() && (is_word_byte(text_[word.end]) || text_[word.end] == '$')) ++word.end;
  const size_t next = text_.find_first_not_of(" \t", word.end);
  if (word.end == word.begin || next == std::string_view::npos || text_[next] != ':')
    return unexpected(levels_.back().after == After::open ? "a key in double quotes, or `}`"
                                                          : "a key in double quotes");
  const std::string quoted = quote(bytes(word));
  shape.span = word;
  at_ = word.end;
  return fix(Fault::Kind::unquoted_key, word, fmt::format("a key needs double quotes; write `{}`", quoted),
             {{word, quoted}});
}

bool Scanner::string_value() {
  const uint32_t begin = at_;
  StringShape shape;
  if (!string(shape)) return false;
  if (placeholder_here()) return placeholder_value(begin);
  if (builder_) builder_->string(shape);
  last_end_ = at_;
  return true;
}

bool Scanner::word_value() {
  if (other_quote_begins()) {
    StringShape shape;
    const bool fixed = other_quoted(shape);
    last_end_ = at_;
    return fixed;
  }
  const Span word = word_here();
  const uint32_t begin = std::exchange(at_, word.end);
  if (placeholder_here()) return placeholder_value(begin);
  at_ = begin;
  if (word.end == word.begin) return unexpected("a value");
  const std::string_view token = bytes(word);
  const auto literal = std::find_if(literals.begin(), literals.end(),
                                    [&](const Literal& known) { return known.word == token; });
  if (literal == literals.end() && number_length(token) != token.size()) return bad_word(word);
  if (builder_) builder_->scalar(literal == literals.end() ? Kind::number : literal->kind, word);
  last_end_ = at_ = word.end;
  return true;
}

/// A word that is no value: goes on behind it if what was meant is sure.
bool Scanner::bad_word(Span word) {
  const std::string_view token = bytes(word);
  if (const auto number = judge_number(token)) {
    if (!number->meant) return stop(Fault::Kind::bad_number, word, number->message);
    last_end_ = at_ = word.end;
    return fix(Fault::Kind::bad_number, word, number->message, {{word, *number->meant}});
  }
  if (const std::string_view meant = literal_meant(token); !meant.empty()) {
    last_end_ = at_ = word.end;
    return fix(Fault::Kind::bad_literal, word, fmt::format("`{}` is not JSON; write `{}`", token, meant),
               {{word, std::string(meant)}});
  }
  if (const std::string_view nearby = literal_nearby(token); !nearby.empty())
    return stop(Fault::Kind::bad_literal, word,
                fmt::format("`{}` is not a JSON value; did you mean `{}`?", token, nearby));
  return stop(Fault::Kind::bad_literal, word,
              fmt::format("{} is not a JSON value; enclose strings in double quotes", found()));
}

/// A placeholder `${Name}`, or a Terraform block `%{ if ... }...%{ endif }`.
bool Scanner::placeholder_here() const { return starts("${") || block_begins(text_, at_); }

/// A run of placeholders, words and strings without blanks between: one value that nobody knows.
bool Scanner::placeholder_value(uint32_t begin) {
  const bool block = here() == '%';
  if (!placeholder_run(begin)) return false;
  if (builder_) builder_->scalar(Kind::opaque, {begin, at_});
  // A loop over items brings their commas.
  if (block && !levels_.empty() && !levels_.back().object) levels_.back().after = After::placeholder;
  last_end_ = at_;
  return true;
}

/// `${members}` among the members of an object, or `${key}: value`.
bool Scanner::placeholder_member() {
  const uint32_t begin = at_;
  if (!placeholder_run(begin)) return false;
  const Span span{begin, at_};
  if (!skip_blank()) return false;
  if (here() == ':') {
    if (builder_) builder_->placeholder_key(span);
    key_ = span;
    levels_.back().after = After::value;
    return colon() && value();
  }
  if (builder_) builder_->member_placeholder(span);
  levels_.back().after = After::placeholder;
  last_end_ = span.end;
  return true;
}

bool Scanner::placeholder_run(uint32_t begin) {
  while (!at_end()) {
    if (placeholder_here()) {
      const bool block = here() == '%';
      if (!pass_placeholder()) return false;
      if (block && !placeholder_here()) break;  // what follows is most often the next member
    } else if (here() == '"') {
      StringShape shape;
      if (!string(shape)) return false;
    } else if (is_word_byte(here())) {
      ++at_;
    } else {
      break;
    }
  }
  return utf8({begin, at_});
}

bool Scanner::pass_placeholder() {
  const bool block = here() == '%';
  const size_t end = block ? block_end(text_, at_) : placeholder_end(text_, at_);
  if (end == std::string_view::npos)
    return stop(block ? Fault::Kind::template_directive : Fault::Kind::unexpected, {at_, at_ + 2},
                block ? "this Terraform block is never closed; expected `%{ endif }` or `%{ endfor }`"
                      : "this placeholder is never closed; expected `}`");
  at_ = static_cast<uint32_t>(end);
  return true;
}

}  // namespace sfn::json
