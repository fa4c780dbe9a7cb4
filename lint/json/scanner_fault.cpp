// How the strict scanner says what is wrong.
#include <fmt/core.h>

#include <algorithm>

#include "lint/characters.h"
#include "lint/json/number.h"
#include "lint/json/scanner.h"
#include "lint/json/string.h"
#include "lint/utf8.h"

namespace sfn::json {
namespace {

/// Longer names and words are cut in messages.
constexpr size_t longest_word = 30;

std::string shortened(std::string_view text) {
  if (text.size() <= longest_word) return std::string(text);
  size_t length = longest_word;
  while (length > 0 && utf8::continues(text[length])) --length;
  return std::string(text.substr(0, length)) + "…";
}

/// A character that cannot be seen, or that is taken for another.
std::string name_character(std::string_view character) {
  const uint32_t point = utf8::decode(character).value;
  if (point == 0xA0) return "a no-break space (U+00A0)";
  if (point == 0xFEFF) return "a byte order mark (U+FEFF)";
  if (point >= 0x2000 && point <= 0x200B) return fmt::format("a typographic space (U+{:04X})", point);
  const bool invisible =
      point < 0x20 || (point >= 0x7F && point < 0xC0) || (point >= 0x2000 && point < 0x2070);
  return invisible ? fmt::format("the character U+{:04X}", point) : fmt::format("`{}`", character);
}

}  // namespace

bool Scanner::stop(Fault::Kind kind, Span span, std::string message) {
  builder_ = nullptr;
  if (!fault_) fault_ = Fault{kind, span, std::move(message)};
  return false;
}

bool Scanner::fix(Fault::Kind kind, Span span, std::string_view message, std::vector<Repair> repairs) {
  if (!fault_) stop(kind, span, std::string(message));
  if (fault_->kind == kind)
    for (Repair& repair : repairs) fault_->repairs.push_back(std::move(repair));
  return true;
}

bool Scanner::unexpected(std::string_view expected) {
  if (!at_end() && character_length(text_, at_) == 0) return bad_utf8(at_);
  std::string message = fmt::format("expected {}; found {}", expected, found());
  const bool in_text = string_.end == at_ && at_ > 0 && (is_word_byte(here()) || here() == '"');
  if (in_text && levels_.back().after == After::value) message += "; write a quote inside a string as `\\\"`";
  const bool known = fault_.has_value();
  stop(Fault::Kind::unexpected, token_here(), std::move(message));
  if (!known && (here() == '}' || here() == ']')) relate_to_level();
  return false;
}

bool Scanner::ends_early(std::string_view expected) {
  const Level& level = levels_.back();
  std::string where = level.object ? "an object" : "an array";
  if (level.key.end > level.key.begin) {
    std::string_view name = bytes(level.key);
    if (name.size() >= 2 && name.front() == '"') name = name.substr(1, name.size() - 2);
    where = fmt::format("{} `{}`", level.object ? "the object" : "the array", shortened(name));
  }
  const bool known = fault_.has_value();
  stop(Fault::Kind::truncated, {size(), size()},
       fmt::format("the text ends inside {}; expected {}", where, expected));
  if (!known) relate_to_level();
  return false;
}

void Scanner::relate_to_level() {
  if (levels_.empty()) return;
  const Level& level = levels_.back();
  fault_->related = Span{level.begin, level.begin + 1};
  fault_->note = level.object ? "the object begins here" : "the array begins here";
}

/// A value is followed by what cannot follow it.
bool Scanner::not_separated() {
  if (string_.end == last_end_ && ran_past_smart_quote()) return true;
  Level& level = levels_.back();
  if (level.object ? member_follows() : item_follows()) {
    level.after = After::open;
    return fix(Fault::Kind::missing_comma, token_here(),
               level.object ? "a comma is missing before this member" : "a comma is missing before this item",
               {{{last_end_, last_end_}, ","}});
  }
  return unexpected(level.object ? "`,` or `}` after the value" : "`,` or `]` after the value");
}

bool Scanner::member_follows() const {
  if (here() != '"') return false;
  size_t end = at_ + 1;
  while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
  if (end >= text_.size() || text_[end] != '"') return false;
  const size_t next = text_.find_first_not_of(blanks, end + 1);
  return next != std::string_view::npos && text_[next] == ':';
}

bool Scanner::item_follows() const {
  if (here() == '{' || here() == '[') return true;
  if (at_ == last_end_) return false;  // `"say "hi""`
  const std::string_view word = bytes(word_here());
  return here() == '"' || word == "true" || word == "false" || word == "null" ||
         (!word.empty() && number_length(word) == word.size());
}

/// The brackets that would close all that is open.
std::string Scanner::missing_brackets() const {
  constexpr size_t most = 12;
  if (levels_.back().after == After::comma) return levels_.back().object ? "a key" : "a value";
  std::string brackets;
  for (size_t i = levels_.size(); i > 0 && brackets.size() < most; --i)
    brackets += levels_[i - 1].object ? '}' : ']';
  return fmt::format("`{}{}`", brackets, levels_.size() > most ? "…" : "");
}

std::string Scanner::found() const {
  if (at_end()) return "the end of the text";
  if (here() == '"') return "a string";
  if (const Span word = word_here(); word.end > word.begin)
    return fmt::format("`{}`", shortened(bytes(word)));
  const size_t length = std::max<size_t>(character_length(text_, at_), 1);
  return name_character(text_.substr(at_, length));
}

Span Scanner::word_here() const {
  Span word{at_, at_};
  while (word.end < size() && is_word_byte(text_[word.end])) ++word.end;
  return word;
}

/// What begins here, as far as a person would mark it.
Span Scanner::token_here() const {
  if (const Span word = word_here(); word.end > word.begin) return word;
  if (here() == '"') {
    uint32_t end = at_ + 1;
    while (end < size() && text_[end] != '"' && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    if (end < size() && text_[end] == '"') return {at_, end + 1};
    return {at_, at_ + 1};
  }
  const size_t length = at_end() ? 0 : std::max<size_t>(character_length(text_, at_), 1);
  return {at_, at_ + static_cast<uint32_t>(length)};
}

}  // namespace sfn::json
