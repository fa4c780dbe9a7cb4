// The parser behind path.h; only the files of this folder include it.
#pragma once

#include "lint/asl/path/path.h"
#include "lint/characters.h"

namespace sfn::asl::path {

/// Reads one path and the filters in it by recursive descent. The first fault stops it: after `fail`, `ok()`
/// is false and every function returns at once.
class Parser {
 public:
  Parser(std::string_view text, Span within) : text_(text.substr(0, within.end)), at_(within.begin) {}

  Path whole();
  std::optional<Fault> fault;

 private:
  // parse.cpp: roots and steps
  void root(Path& path);
  void variable(Path& path);
  void steps(Path& path);
  void dot_step(Path& path);
  void name_step(Path& path, uint32_t begin, Step::Written written);
  void function_step(Path& path, Step step);
  bool at_path_end() const;
  bool at_name_end() const;
  // brackets.cpp
  void bracket_step(Path& path, uint32_t begin, Step::Written written);
  void quoted_names(Path& path, Step step, uint32_t open);
  bool quoted_name(Path& path, Step& step);
  void numbers(Path& path, Step step, uint32_t open);
  void wildcard(Path& path, Step step, uint32_t open);
  bool from_end(Path& path, Step step, uint32_t open);
  void no_bracket_content(uint32_t open);
  bool close_bracket(uint32_t open, std::string_view expected);
  // filter.cpp
  void filter_step(Path& path, Step step, uint32_t open);
  void any_of(Path& path);
  void all_of(Path& path);
  void condition(Path& path);
  void comparison(Path& path);
  bool comparator();
  void no_close(uint32_t open);
  void operand(Path& path);
  void word();
  void regular_expression();

  bool ok() const { return !fault; }
  bool done() const { return at_ >= text_.size(); }
  char peek(uint32_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool starts(std::string_view token) const { return !done() && text_.substr(at_).starts_with(token); }
  void skip_blanks();
  /// Passes a quoted text, its opening quote being next; false if it does not close.
  bool skip_quoted();
  /// Passes brackets or parentheses and what they hold, quoted texts whole; false if they do not close.
  bool skip_balanced();
  /// The character at an offset as a reader would name it: in backticks, or "the end".
  std::string named(uint32_t offset) const;
  Span one(uint32_t offset) const;
  void fail(Fault::Kind kind, Span span, std::string message, std::optional<Repair> repair = {});
  std::string_view resolved(Path& path, Span name) const;

  std::string_view text_;
  uint32_t at_;
  uint32_t depth_ = 0;  // of filters and of parentheses inside them
};

/// Letters, digits, `_` and whatever is not ASCII.
inline bool is_word(char c) { return sfn::is_word(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace sfn::asl::path
