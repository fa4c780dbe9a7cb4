#include <array>

#include "lint/characters.h"
#include "lint/hcl/parser.h"

namespace sfn::hcl {

using Kind = Expression::Kind;

ExpressionId Parser::add(Kind kind, Span span) {
  Expression& made = file_.expressions.emplace_back();
  made.kind = kind;
  made.span = span;
  return static_cast<ExpressionId>(file_.expressions.size() - 1);
}

void Parser::append(ExpressionId parent, ExpressionId& last, ExpressionId child) {
  (last == no_expression ? file_.expressions[parent].first : file_.expressions[last].next) = child;
  last = child;
}

// A condition: `a ? b : c`.
ExpressionId Parser::expression() {
  const Inside inside(*this, lines_are_blank_);
  const ExpressionId condition = operation();
  skip();
  if (!take('?')) return condition;
  const ExpressionId whole = add(Kind::other, file_.at(condition).span);
  ExpressionId last = no_expression;
  append(whole, last, condition);
  skip();
  append(whole, last, expression());
  skip();
  if (!expect(':', "`:` and the value for a false condition")) return whole;
  skip();
  append(whole, last, expression());
  end_at(whole);
  return whole;
}

// Which operator binds more does not matter: the result is not known anyway.
ExpressionId Parser::operation() {
  const ExpressionId first = operand();
  ExpressionId whole = first, last = no_expression;
  while (true) {
    skip();
    if (!take_operator()) return whole;
    if (whole == first) {
      whole = add(Kind::other, file_.at(first).span);
      append(whole, last, first);
    }
    skip();
    append(whole, last, operand());
    end_at(whole);
  }
}

bool Parser::take_operator() {
  constexpr std::array<std::string_view, 13> operators{"||", "&&", "==", "!=", "<=", ">=", "<",
                                                       ">",  "+",  "-",  "*",  "/",  "%"};
  for (const std::string_view one : operators)
    if (sees(one)) {
      at_ += one.size();
      return true;
    }
  return false;
}

ExpressionId Parser::operand() {
  const size_t begin = at_;
  bool negative = false, changed = false;
  while (peek() == '-' || (peek() == '!' && peek(1) != '=')) {
    changed = changed || negative || peek() == '!';
    negative = true;
    ++at_;
    skip();
  }
  if (negative && !changed && is_digit(peek())) return number(begin);
  const ExpressionId value = with_steps(term());
  if (!negative) return value;
  const ExpressionId whole = add(Kind::other, since(begin));
  ExpressionId last = no_expression;
  append(whole, last, value);
  return whole;
}

ExpressionId Parser::term() {
  const char c = peek();
  if (c == '(') return parentheses();
  if (c == '[') return tuple();
  if (c == '{') return object();
  if (c == '"') return quoted();
  if (sees("<<")) return heredoc();
  if (is_digit(c)) return number(at_);
  return named();
}

ExpressionId Parser::number(size_t begin) {
  const auto digits = [&] {
    while (is_digit(peek())) ++at_;
  };
  digits();
  if (peek() == '.' && is_digit(peek(1))) {
    ++at_;
    digits();
  }
  const size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
  if ((peek() == 'e' || peek() == 'E') && is_digit(peek(sign))) {
    at_ += sign;
    digits();
  }
  return add(Kind::number, since(begin));
}

ExpressionId Parser::named() {
  const size_t begin = at_;
  const std::string_view name = word();
  if (name.empty()) {
    fail_here("a value");
    return add(Kind::other, since(begin));
  }
  if (name == "null") return add(Kind::null, since(begin));
  if (name == "true" || name == "false") return add(Kind::boolean, since(begin));
  while (sees("::")) {  // provider::aws::arn_parse
    at_ += 2;
    word();
  }
  const size_t end = at_;
  skip();
  if (peek() == '(') return call(begin);
  at_ = end;
  return add(Kind::reference, since(begin));
}

// Members and items of what was read: `.name`, `.0`, `.*`, `[0]`, `[*]`.
ExpressionId Parser::with_steps(ExpressionId base) {
  const size_t begin = file_.at(base).span.begin;
  const Kind kind = file_.at(base).kind;
  size_t end = at_;
  bool any = false;
  for (skip(); step(); skip()) {
    end = at_;
    any = true;
  }
  if (!file_.fault) at_ = end;
  if (!any) return base;
  if (kind == Kind::reference) {
    end_at(base);
    return base;
  }
  const ExpressionId whole = add(Kind::other, since(begin));
  ExpressionId last = no_expression;
  append(whole, last, base);
  return whole;
}

bool Parser::step() {
  if (peek() == '.' && peek(1) != '.') {
    ++at_;
    skip();
    if (take('*') || !word().empty()) return true;
    const size_t digits = at_;
    while (is_digit(peek())) ++at_;
    if (at_ > digits) return true;
    fail_here("a name after the dot (a key with a dot must be in quotes)");
    return false;
  }
  if (peek() != '[') return false;
  ++at_;
  const Inside inside(*this, true);
  skip();
  if (take('*')) skip();
  else expression();
  skip();
  return expect(']', "`]`");
}

}  // namespace sfn::hcl
