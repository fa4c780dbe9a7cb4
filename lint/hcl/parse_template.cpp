#include <fmt/core.h>

#include <algorithm>

#include "lint/characters.h"
#include "lint/hcl/parser.h"

namespace sfn::hcl {

using Kind = Expression::Kind;

ExpressionId Parser::quoted() {
  const size_t begin = at_++;
  const ExpressionId text = add(Kind::text, {});
  ExpressionId last = no_expression;
  while (!done() && peek() != '"' && peek() != '\n') template_piece(text, last);
  if (!file_.fault && peek() != '"')
    fail(span_between(begin, begin + 1), "this string is not closed on its line",
         json::Fault::Kind::unclosed_string);
  Expression& made = file_.expressions[text];
  made.inner = span_between(begin + 1, std::max(at_, begin + 1));
  take('"');
  made.span = since(begin);
  return text;
}

// Ends at the line that has only the marker.
ExpressionId Parser::heredoc() {
  const size_t begin = at_;
  const ExpressionId text = add(Kind::text, {});
  at_ += 2;
  take('-');
  const std::string_view marker = word();
  take('\r');
  if (marker.empty() || !take('\n')) {
    fail_here("the word that ends the heredoc, and a line break");
    return text;
  }
  const size_t inside = at_;
  ExpressionId last = no_expression;
  while (!done() && !((at_ == inside || text_[at_ - 1] == '\n') && at_marker(marker)))
    template_piece(text, last);
  if (done() && !file_.fault)
    fail(span_between(begin, inside - 1),
         fmt::format("this heredoc is not closed: no line consists of `{}` only", marker),
         json::Fault::Kind::truncated);
  Expression& made = file_.expressions[text];
  made.heredoc = true;
  made.inner = span_between(inside, at_);
  skip();
  if (!file_.fault) at_ += marker.size();
  made.span = since(begin);
  return text;
}

bool Parser::at_marker(std::string_view marker) const {
  const size_t begin = text_.find_first_not_of(" \t\r\v\f", at_);
  if (begin == npos || text_.substr(begin, marker.size()) != marker) return false;
  const size_t behind = text_.find_first_not_of(" \t\r\v\f", begin + marker.size());
  return behind == npos || text_[behind] == '\n';
}

void Parser::template_piece(ExpressionId text, ExpressionId& last) {
  if (sees("$${") || sees("%%{")) at_ += 3;
  else if (sees("${")) append(text, last, interpolation());
  else if (sees("%{")) append(text, last, directive());
  else if (peek() == '\\' && peek(1) == '"') at_ += 2;
  else if (peek() == '\\' && peek(1) == '\\') at_ += 2;
  else ++at_;
}

ExpressionId Parser::interpolation() {
  const size_t begin = at_;
  const Inside inside(*this, true);
  at_ += 2;
  take('~');
  skip();
  const ExpressionId value = expression();
  skip();
  take('~');
  expect('}', "`}`");
  const ExpressionId whole = add(Kind::interpolation, since(begin));
  ExpressionId last = no_expression;
  append(whole, last, value);
  return whole;
}

// `%{ if condition }`, `%{ for k, v in list }`, `%{ else }`, ...
ExpressionId Parser::directive() {
  const size_t begin = at_;
  const Inside inside(*this, true);
  const ExpressionId whole = add(Kind::directive, {});
  ExpressionId last = no_expression;
  at_ += 2;
  take('~');
  skip();
  const std::string_view name = word();
  skip();
  if (name == "for") append(whole, last, for_source());
  if (name == "if") append(whole, last, expression());
  skip();
  take('~');
  expect('}', "`}`");
  file_.expressions[whole].span = since(begin);
  return whole;
}

}  // namespace sfn::hcl
