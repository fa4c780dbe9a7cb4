// The tree of a JSONata expression, as it is written: nothing is folded or flattened.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/jsonata/token.h"

namespace sfn::asl::jsonata {

using NodeIndex = uint32_t;
inline constexpr NodeIndex no_node = UINT32_MAX;

/// Children in the order of the text, as noted.
enum class NodeKind : uint8_t {
  missing,     // where the text ends too early; never in a tree that was accepted
  string,      // also as a step: `a."b"` names a field
  number,      // without a sign
  literal,     // true, false, null
  variable,    // `$name`, `$`, `$$`
  name,        // a field; also `and`, `or`, `in` where a value stands
  keyword,     // the word `function` or `λ` before a lambda
  wildcard,    // *
  descendant,  // **
  parent,      // %
  regex,
  placeholder,  // `?` as an argument
  binary,       // left, right: arithmetic, comparison, `&`, `and`, `or`, `in`; see Node::op
  negate,       // operand
  step,         // a.b: left, right
  filter,       // a[b]: left, predicate or index
  group,        // a{k: v}: left, then key, value, ...
  sort,         // a^(b): left, terms
  focus,        // a@$v: left, variable
  position,     // a#$i: left, variable
  bind,         // $v := b: variable, value
  apply,        // a ~> b: left, right
  array,        // items
  range,        // a..b inside an array: first, last
  object,       // key, value, ...
  block,        // (a; b): parts
  condition,    // a ? b : c: condition, then, and if written else
  lambda,       // parameters (variables), body
  call,         // the function, arguments
  partial,      // the same with a placeholder among the arguments
  transform,    // |a|b, c|: pattern, update, and if written what to delete
};

struct Node {
  NodeKind kind = NodeKind::missing;
  Symbol op = Symbol::end;      // the symbol of the token
  bool keep_array = false;      // `[]` follows: one result stays an array
  uint32_t begin = 0, end = 0;  // the whole expression, bytes of the text
  uint32_t token_begin = 0,
           token_end = 0;  // the token that makes it: an operator, the opening bracket, the word itself
  uint32_t first = 0, count = 0;  // children, by Tree::children
  NodeIndex parent = no_node;     // no_node for the root
};

/// The nodes of one expression: children stand before their parent. Keeps a view of the text.
class Tree {
 public:
  /// no_node where the text did not parse at all.
  NodeIndex root() const { return root_; }
  size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeIndex index) const { return nodes_[index]; }
  std::span<const NodeIndex> children(NodeIndex index) const {
    return std::span(links_).subspan(nodes_[index].first, nodes_[index].count);
  }
  NodeIndex child(NodeIndex index, size_t which) const { return links_[nodes_[index].first + which]; }

  std::string_view text() const { return text_; }
  /// The whole expression of a node as it is written.
  std::string_view text(NodeIndex index) const;
  /// The token of a node as it is written.
  std::string_view token(NodeIndex index) const;
  /// Of a name without its backquotes; of a variable without its `$` (so `$$` is "$"); else empty.
  std::string_view name(NodeIndex index) const;
  /// What a string means; empty for other kinds.
  std::string string_value(NodeIndex index) const;

  // For the parser:
  void reset(std::string_view text);
  NodeIndex add(Node node, std::span<const NodeIndex> children);
  Node& edit(NodeIndex index) { return nodes_[index]; }
  void finish(NodeIndex root);

 private:
  std::string_view text_;
  std::vector<Node> nodes_;
  std::vector<NodeIndex> links_;
  NodeIndex root_ = no_node;
};

}  // namespace sfn::asl::jsonata
