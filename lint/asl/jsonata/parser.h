// The Pratt parser of JSONata. Use parse.h instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/jsonata/lexer.h"
#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

/// Follows the reference implementation step by step, since what it refuses depends on its order: which
/// token it reads with which meaning of `/`, and what it checks while it parses.
/// After a fault the current token is the end for good, so that every loop ends.
class Parser {
 public:
  Parser(std::string_view text, Tree& tree);
  /// The whole text. The root may be a node that resolve() refuses.
  NodeIndex parse();
  /// One operand as a prefix operator takes it, from the start of the text.
  NodeIndex parse_operand();
  std::optional<Fault> take_fault() { return std::move(fault_); }

 private:
  // Tokens
  void advance(bool after_operand = false);
  bool expect(Symbol symbol, bool after_operand = false);
  bool at(Symbol symbol) const { return token_.symbol == symbol; }
  void fail(Fault fault);
  std::string_view text(Token token) const { return text_.substr(token.begin, token.end - token.begin); }

  // Nodes
  NodeIndex leaf(NodeKind kind, Token token);
  NodeIndex node(NodeKind kind, Token token, uint32_t begin, size_t children);
  void push(NodeIndex child) { pending_.push_back(child); }

  // Expressions
  NodeIndex expression(int power);
  NodeIndex prefix(Token token);
  NodeIndex infix(Token token, NodeIndex left);
  NodeIndex binary(NodeKind kind, Token token, NodeIndex left, int power);
  NodeIndex block(Token token);
  NodeIndex array(Token token);
  NodeIndex object(NodeKind kind, Token token, NodeIndex left);
  NodeIndex transform(Token token);
  NodeIndex filter(Token token, NodeIndex left);
  NodeIndex keep_array(NodeIndex left);
  NodeIndex sort(Token token, NodeIndex left);
  NodeIndex call(Token token, NodeIndex left);
  bool arguments();
  NodeIndex lambda(Token token, NodeIndex keyword, size_t first);
  void check_parameters(size_t first);
  void signature();
  std::string signature_part(Token token) const;
  NodeIndex bind(Token token, NodeIndex left);
  NodeIndex tag(NodeKind kind, Token token, NodeIndex left);
  NodeIndex condition(Token token, NodeIndex left);

  std::string_view text_;
  Tree& tree_;
  Lexer lexer_;
  Token token_, previous_;          // the current token, and the one before it
  std::vector<NodeIndex> pending_;  // children of nodes that are not complete yet
  uint32_t depth_ = 0;
  std::optional<Fault> fault_;
};

}  // namespace sfn::asl::jsonata
