// Reads HCL by recursive descent, without a lexer of its own: what a byte means depends on whether it is in a
// template, and whether a line break ends an expression depends on the brackets around it.
#pragma once

#include <string>

#include "lint/hcl/syntax.h"

namespace sfn::hcl {

class Parser {
 public:
  explicit Parser(File& file) : file_(file), text_(file.text) {}
  /// A whole file. Stops at the first fault.
  void read_file();
  /// A text with `${...}` and `%{...}` in it.
  void read_template();

 private:
  /// Whether line breaks are blanks, for as long as this lives; counts the depth.
  class Inside {
   public:
    Inside(Parser& parser, bool lines_are_blank);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    Parser& parser_;
    bool before_;
  };
  friend class Inside;

  // Characters (parser.cpp)
  bool done() const { return at_ >= text_.size(); }
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool sees(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  bool take(char c);
  bool expect(char c, std::string_view what);
  /// Goes on to the next byte that is no blank and in no comment.
  void skip();
  void skip_lines();
  void skip_comment();
  std::string_view word();
  Span since(size_t begin) const { return span_between(begin, at_); }
  void fail(Span span, std::string message, json::Fault::Kind kind = json::Fault::Kind::unexpected);
  void fail_here(std::string_view expected);
  std::string found() const;

  // Bodies (parser.cpp)
  void read_body(Body& body, std::optional<size_t> opening);
  void item(Body& body);
  void attribute(Body& body, Span name);
  void block(Body& body, size_t begin, std::string_view type);
  bool label(Block& block);

  // Expressions (parse_expression.cpp)
  ExpressionId add(Expression::Kind kind, Span span);
  /// Makes `child` the last one of its parent; `last` is the one before it.
  void append(ExpressionId parent, ExpressionId& last, ExpressionId child);
  ExpressionId expression();
  ExpressionId operation();
  bool take_operator();
  ExpressionId operand();
  ExpressionId term();
  ExpressionId number(size_t begin);
  ExpressionId named();
  ExpressionId with_steps(ExpressionId base);
  bool step();
  void end_at(ExpressionId id) { file_.expressions[id].span.end = static_cast<uint32_t>(at_); }

  // Expressions in brackets (parse_collection.cpp)
  ExpressionId call(size_t begin);
  ExpressionId parentheses();
  ExpressionId tuple();
  ExpressionId object();
  bool member(ExpressionId object, ExpressionId& last);
  bool sees_for();
  ExpressionId for_source();
  ExpressionId for_expression(size_t begin, char close);

  // Templates (parse_template.cpp)
  ExpressionId quoted();
  ExpressionId heredoc();
  bool at_marker(std::string_view marker) const;
  /// Reads what a `${` or `%{` at this place inserts, or goes on by the bytes of a character.
  void template_piece(ExpressionId text, ExpressionId& last);
  ExpressionId interpolation();
  ExpressionId directive();

  File& file_;
  std::string_view text_;
  size_t at_ = 0;
  uint32_t depth_ = 0;
  bool lines_are_blank_ = false;
};

}  // namespace sfn::hcl
