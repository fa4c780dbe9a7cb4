// The constructs of JSONata that have a syntax of their own, beside plain infix operators.
#include <fmt/core.h>

#include "lint/asl/jsonata/parser.h"
#include "lint/asl/jsonata/signature.h"

namespace sfn::asl::jsonata {

NodeIndex Parser::block(Token token) {
  const size_t first = pending_.size();
  while (!at(Symbol::paren_close)) {
    push(expression(0));
    if (!at(Symbol::semicolon)) break;
    advance();
  }
  expect(Symbol::paren_close, true);
  return node(NodeKind::block, token, token.begin, pending_.size() - first);
}

NodeIndex Parser::array(Token token) {
  const size_t first = pending_.size();
  while (!at(Symbol::bracket_close)) {
    const NodeIndex item = expression(0);
    push(item);
    if (at(Symbol::dot_dot)) {
      const Token dots = token_;
      advance();
      push(expression(0));
      const NodeIndex range = node(NodeKind::range, dots, tree_[item].begin, 2);
      push(range);
    }
    if (!at(Symbol::comma)) break;
    advance();
    if (at(Symbol::bracket_close)) push(expression(0));  // refuses the comma before it
  }
  expect(Symbol::bracket_close, true);
  return node(NodeKind::array, token, token.begin, pending_.size() - first);
}

/// An object constructor, or with something to its left a grouping.
NodeIndex Parser::object(NodeKind kind, Token token, NodeIndex left) {
  const size_t first = pending_.size();
  if (left != no_node) push(left);
  for (bool more = !at(Symbol::brace_close); more;) {
    push(expression(0));
    expect(Symbol::colon);
    push(expression(0));
    more = at(Symbol::comma);
    if (more) advance();
  }
  expect(Symbol::brace_close, true);
  const uint32_t begin = left == no_node ? token.begin : tree_[left].begin;
  return node(kind, token, begin, pending_.size() - first);
}

NodeIndex Parser::transform(Token token) {
  const size_t first = pending_.size();
  push(expression(0));
  expect(Symbol::bar);
  push(expression(0));
  if (at(Symbol::comma)) {
    advance();
    push(expression(0));
  }
  expect(Symbol::bar);
  return node(NodeKind::transform, token, token.begin, pending_.size() - first);
}

NodeIndex Parser::filter(Token token, NodeIndex left) {
  if (at(Symbol::bracket_close)) return keep_array(left);
  push(left);
  push(expression(0));
  expect(Symbol::bracket_close, true);
  const NodeIndex filter = node(NodeKind::filter, token, tree_[left].begin, 2);
  // Until the tree is finished, the parent of a filter is the start of its chain: `a` in `a[1][2]`.
  tree_.edit(filter).parent = tree_[left].kind == NodeKind::filter ? tree_[left].parent : left;
  return filter;
}

/// The mark belongs to the step below the filters: `a[1][]` is `a[][1]`.
NodeIndex Parser::keep_array(NodeIndex left) {
  expect(Symbol::bracket_close);
  const NodeIndex step = tree_[left].kind == NodeKind::filter ? tree_[left].parent : left;
  tree_.edit(step).keep_array = true;
  tree_.edit(left).end = previous_.end;
  return left;
}

NodeIndex Parser::sort(Token token, NodeIndex left) {
  const size_t first = pending_.size();
  push(left);
  expect(Symbol::paren_open);
  for (bool more = true; more;) {
    if (at(Symbol::less) || at(Symbol::greater)) advance();
    push(expression(0));
    more = at(Symbol::comma);
    if (more) advance();
  }
  expect(Symbol::paren_close);
  return node(NodeKind::sort, token, tree_[left].begin, pending_.size() - first);
}

/// Arguments up to the bracket that closes them; whether one is a placeholder.
bool Parser::arguments() {
  bool partial = false;
  for (bool more = !at(Symbol::paren_close); more;) {
    if (at(Symbol::question)) {
      partial = true;
      push(leaf(NodeKind::placeholder, token_));
      advance();
    } else {
      push(expression(0));
    }
    more = at(Symbol::comma);
    if (more) advance();
  }
  return partial;
}

NodeIndex Parser::call(Token token, NodeIndex left) {
  const size_t first = pending_.size();
  push(left);
  const bool partial = arguments();
  expect(Symbol::paren_close, true);
  const std::string_view word = tree_[left].op == Symbol::name ? tree_.name(left) : std::string_view();
  if (word == "function" || word == "λ") return lambda(token, left, first);
  return node(partial ? NodeKind::partial : NodeKind::call, token, tree_[left].begin,
              pending_.size() - first);
}

NodeIndex Parser::lambda(Token token, NodeIndex keyword, size_t first) {
  pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(first));
  tree_.edit(keyword).kind = NodeKind::keyword;
  check_parameters(first);
  if (at(Symbol::less)) signature();
  expect(Symbol::brace_open);
  push(expression(0));
  expect(Symbol::brace_close);
  return node(NodeKind::lambda, token, tree_[keyword].begin, pending_.size() - first);
}

void Parser::check_parameters(size_t first) {
  for (size_t i = first; i < pending_.size(); ++i) {
    const Node& parameter = tree_[pending_[i]];
    if (parameter.kind == NodeKind::variable) continue;
    fail({FaultKind::bad_parameter, "S0208", parameter.begin, parameter.end,
          fmt::format("parameter {} of a function must be a variable, such as `$x`", i - first + 1)});
  }
}

/// The reference puts the text together again from its tokens, so blanks and comments in it do not count.
void Parser::signature() {
  const Token opening = token_;
  std::string text = "<";
  for (int depth = 1; depth > 0 && !at(Symbol::brace_open) && !at(Symbol::end);) {
    advance();
    depth += at(Symbol::less) ? 1 : at(Symbol::greater) ? -1 : 0;
    text += signature_part(token_);
  }
  const uint32_t end = token_.end;
  if (!expect(Symbol::greater)) return;
  if (auto wrong = signature_fault(text))
    fail({FaultKind::bad_signature, wrong->code, opening.begin, end, std::move(wrong->message)});
}

std::string Parser::signature_part(Token token) const {
  const std::string_view written = text(token);
  switch (token.symbol) {
    case Symbol::name:
      return std::string(plain_name(written));
    case Symbol::variable:
      return std::string(written.substr(1));
    case Symbol::string:
      return decode_string(written);
    default:
      return std::string(written);
  }
}

NodeIndex Parser::bind(Token token, NodeIndex left) {
  const Node& target = tree_[left];
  if (target.kind != NodeKind::variable)
    fail({FaultKind::bad_target, "S0212", target.begin, target.end,
          "the left side of `:=` must be a variable, such as `$x`"});
  return binary(NodeKind::bind, token, left, 9);  // one less than its power: it groups to the right
}

NodeIndex Parser::tag(NodeKind kind, Token token, NodeIndex left) {
  const NodeIndex tagged = binary(kind, token, left, 80);
  const Node& variable = tree_[tree_.child(tagged, 1)];
  if (variable.kind != NodeKind::variable)
    fail({FaultKind::bad_target, "S0214", variable.begin, variable.end,
          fmt::format("the right side of `{}` must be a variable, such as `$x`", text(token))});
  return tagged;
}

NodeIndex Parser::condition(Token token, NodeIndex left) {
  const size_t first = pending_.size();
  push(left);
  push(expression(0));
  if (at(Symbol::colon)) {
    advance();
    push(expression(0));
  }
  return node(NodeKind::condition, token, tree_[left].begin, pending_.size() - first);
}

}  // namespace sfn::asl::jsonata
