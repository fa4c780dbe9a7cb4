#include "lint/characters.h"
#include "lint/hcl/parser.h"

namespace sfn::hcl {

using Kind = Expression::Kind;

ExpressionId Parser::call(size_t begin) {
  const ExpressionId call = add(Kind::call, {});
  file_.expressions[call].inner = since(begin);
  ++at_;
  const Inside inside(*this, true);
  ExpressionId last = no_expression;
  for (skip(); !done() && peek() != ')'; skip()) {
    append(call, last, expression());
    skip();
    if (sees("...")) {
      at_ += 3;
      file_.expressions[call].expanded = true;
      skip();
      break;
    }
    if (!take(',')) break;
  }
  expect(')', "`,` or `)`");
  file_.expressions[call].span = since(begin);
  return call;
}

ExpressionId Parser::parentheses() {
  const size_t begin = at_++;
  const Inside inside(*this, true);
  skip();
  const ExpressionId value = expression();
  skip();
  expect(')', "`)`");
  const ExpressionId whole = add(Kind::parentheses, since(begin));
  ExpressionId last = no_expression;
  append(whole, last, value);
  return whole;
}

ExpressionId Parser::tuple() {
  const size_t begin = at_++;
  const Inside inside(*this, true);
  skip();
  if (sees_for()) return for_expression(begin, ']');
  const ExpressionId tuple = add(Kind::tuple, {});
  ExpressionId last = no_expression;
  for (; !done() && peek() != ']'; skip()) {
    append(tuple, last, expression());
    skip();
    if (!take(',')) break;
  }
  expect(']', "`,` or `]`");
  file_.expressions[tuple].span = since(begin);
  return tuple;
}

ExpressionId Parser::object() {
  const size_t begin = at_++;
  const Inside inside(*this, false);
  skip_lines();
  if (sees_for()) return for_expression(begin, '}');
  const ExpressionId object = add(Kind::object, span_between(begin, begin + 1));
  ExpressionId last = no_expression;
  while (!done() && peek() != '}') {
    if (!member(object, last)) return object;
    skip_lines();
  }
  if (done() && !file_.fault)
    fail(span_between(begin, begin + 1), "this object is not closed", json::Fault::Kind::truncated);
  take('}');
  end_at(object);
  return object;
}

// False behind a fault.
bool Parser::member(ExpressionId object, ExpressionId& last) {
  append(object, last, expression());
  skip();
  if (!take(':') && !expect('=', "`=` after the key")) return false;
  skip();
  append(object, last, expression());
  skip();
  if (take(',') || done() || peek() == '\n' || peek() == '}') return !file_.fault;
  fail_here("a comma or the end of the line after the value");
  return false;
}

// `{ for = 1 }` is a member.
bool Parser::sees_for() {
  if (!sees("for") || !is_blank(peek(3))) return false;
  const size_t behind = text_.find_first_not_of(blanks, at_ + 3);
  return behind != npos && text_[behind] != '=' && text_[behind] != ':';
}

// `k, v in list`
ExpressionId Parser::for_source() {
  while (true) {
    skip();
    if (const std::string_view name = word(); !name.empty()) file_.loop_names.push_back(name);
    skip();
    if (!take(',')) break;
  }
  if (sees("in")) at_ += 2;
  else fail_here("`in`");
  skip();
  return expression();
}

// `for k, v in list : k => v... if condition`
ExpressionId Parser::for_expression(size_t begin, char close) {
  const ExpressionId whole = add(Kind::other, {});
  ExpressionId last = no_expression;
  const Inside inside(*this, true);
  at_ += 3;
  const auto part = [&] {
    skip();
    append(whole, last, expression());
    skip();
  };
  append(whole, last, for_source());
  skip();
  if (!expect(':', "`:` and the value of each item")) return whole;
  part();
  if (sees("=>")) {
    at_ += 2;
    part();
  }
  if (sees("...")) at_ += 3;
  skip();
  if (const size_t at = at_; word() == "if") part();
  else at_ = file_.fault ? text_.size() : at;
  expect(close, close == ']' ? "`]`" : "`}`");
  file_.expressions[whole].span = since(begin);
  return whole;
}

}  // namespace sfn::hcl
