#include "lint/asl/jsonata/parser.h"

#include <fmt/core.h>

#include "lint/asl/jsonata/wording.h"

namespace sfn::asl::jsonata {
namespace {

/// How strongly an operator binds what stands left of it; 0 for what is no infix operator.
int binding_power(Symbol symbol) {
  switch (symbol) {
    case Symbol::bracket_open:
    case Symbol::paren_open:
    case Symbol::at:
    case Symbol::hash:
      return 80;
    case Symbol::dot:
      return 75;
    case Symbol::brace_open:
      return 70;
    case Symbol::star:
    case Symbol::slash:
    case Symbol::percent:
      return 60;
    case Symbol::plus:
    case Symbol::minus:
    case Symbol::ampersand:
      return 50;
    case Symbol::equal:
    case Symbol::not_equal:
    case Symbol::less:
    case Symbol::less_equal:
    case Symbol::greater:
    case Symbol::greater_equal:
    case Symbol::caret:
    case Symbol::chain:
    case Symbol::in_word:
      return 40;
    case Symbol::and_word:
      return 30;
    case Symbol::or_word:
      return 25;
    case Symbol::question:
      return 20;
    case Symbol::assign:
      return 10;
    default:
      return 0;
  }
}

constexpr int prefix_power = 70;

}  // namespace

Parser::Parser(std::string_view text, Tree& tree) : text_(text), tree_(tree), lexer_(text) {
  tree_.reset(text);
}

NodeIndex Parser::parse() {
  advance();
  const NodeIndex root = expression(0);
  if (!at(Symbol::end)) fail(text_after({text_, token_}));
  return root;
}

NodeIndex Parser::parse_operand() {
  advance();
  return expression(prefix_power);
}

void Parser::fail(Fault fault) {
  if (!fault_) fault_ = std::move(fault);
  const auto end = static_cast<uint32_t>(text_.size());
  token_ = {Symbol::end, end, end};
}

void Parser::advance(bool after_operand) {
  if (fault_) return;
  previous_ = token_;
  token_ = lexer_.next(after_operand);
  if (at(Symbol::fault)) fail(*lexer_.fault());
  else if (at(Symbol::bang) || at(Symbol::tilde)) fail(no_value_here({text_, token_}, "S0204"));
}

bool Parser::expect(Symbol symbol, bool after_operand) {
  const bool there = at(symbol);
  if (there) advance(after_operand);
  else fail(expected_token({text_, token_}, symbol));
  return there;
}

NodeIndex Parser::leaf(NodeKind kind, Token token) {
  Node leaf;
  leaf.kind = kind;
  leaf.op = token.symbol;
  leaf.begin = leaf.token_begin = token.begin;
  leaf.end = leaf.token_end = token.end;
  return tree_.add(leaf, {});
}

/// A node with the last `children` pending nodes below it, from `begin` to the last token that was passed.
NodeIndex Parser::node(NodeKind kind, Token token, uint32_t begin, size_t children) {
  Node node;
  node.kind = kind;
  node.op = token.symbol;
  node.begin = begin;
  node.end = previous_.end;
  node.token_begin = token.begin;
  node.token_end = token.end;
  const NodeIndex index = tree_.add(node, std::span(pending_).last(children));
  pending_.resize(pending_.size() - children);
  return index;
}

NodeIndex Parser::expression(int power) {
  if (++depth_ > max_depth)
    fail({FaultKind::too_deep, "", token_.begin, token_.end,
          fmt::format("this expression is nested more than {} levels deep", max_depth)});
  const Token first = token_;
  advance(true);
  NodeIndex left = prefix(first);
  while (power < binding_power(token_.symbol)) {
    const Token token = token_;
    advance();
    left = infix(token, left);
  }
  --depth_;
  return left;
}

NodeIndex Parser::prefix(Token token) {
  switch (token.symbol) {
    case Symbol::end:
      return leaf(NodeKind::missing, token);
    case Symbol::name:
    case Symbol::and_word:
    case Symbol::or_word:
    case Symbol::in_word:
      return leaf(NodeKind::name, token);
    case Symbol::variable:
      return leaf(NodeKind::variable, token);
    case Symbol::string:
      return leaf(NodeKind::string, token);
    case Symbol::number:
      return leaf(NodeKind::number, token);
    case Symbol::literal:
      return leaf(NodeKind::literal, token);
    case Symbol::regex:
      return leaf(NodeKind::regex, token);
    case Symbol::star:
      return leaf(NodeKind::wildcard, token);
    case Symbol::star_star:
      return leaf(NodeKind::descendant, token);
    case Symbol::percent:
      return leaf(NodeKind::parent, token);
    case Symbol::minus:
      push(expression(prefix_power));
      return node(NodeKind::negate, token, token.begin, 1);
    case Symbol::paren_open:
      return block(token);
    case Symbol::bracket_open:
      return array(token);
    case Symbol::brace_open:
      return object(NodeKind::object, token, no_node);
    case Symbol::bar:
      return transform(token);
    default:
      break;
  }
  fail(no_value_here({text_, token}, "S0211"));
  return leaf(NodeKind::missing, token);
}

NodeIndex Parser::infix(Token token, NodeIndex left) {
  switch (token.symbol) {
    case Symbol::dot:
      return binary(NodeKind::step, token, left, 75);
    case Symbol::chain:
      return binary(NodeKind::apply, token, left, 40);
    case Symbol::paren_open:
      return call(token, left);
    case Symbol::bracket_open:
      return filter(token, left);
    case Symbol::brace_open:
      return object(NodeKind::group, token, left);
    case Symbol::caret:
      return sort(token, left);
    case Symbol::at:
      return tag(NodeKind::focus, token, left);
    case Symbol::hash:
      return tag(NodeKind::position, token, left);
    case Symbol::assign:
      return bind(token, left);
    case Symbol::question:
      return condition(token, left);
    default:
      return binary(NodeKind::binary, token, left, binding_power(token.symbol));
  }
}

NodeIndex Parser::binary(NodeKind kind, Token token, NodeIndex left, int power) {
  push(left);
  push(expression(power));
  return node(kind, token, tree_[left].begin, 2);
}

}  // namespace sfn::asl::jsonata
