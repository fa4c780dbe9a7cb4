#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

std::string_view Tree::text(NodeIndex index) const {
  return text_.substr(nodes_[index].begin, nodes_[index].end - nodes_[index].begin);
}

std::string_view Tree::token(NodeIndex index) const {
  return text_.substr(nodes_[index].token_begin, nodes_[index].token_end - nodes_[index].token_begin);
}

std::string_view Tree::name(NodeIndex index) const {
  const NodeKind kind = nodes_[index].kind;
  if (kind == NodeKind::variable) return token(index).substr(1);
  return kind == NodeKind::name ? plain_name(token(index)) : std::string_view();
}

std::string Tree::string_value(NodeIndex index) const {
  return nodes_[index].kind == NodeKind::string ? decode_string(token(index)) : std::string();
}

void Tree::reset(std::string_view text) {
  text_ = text;
  nodes_.clear();
  links_.clear();
  root_ = no_node;
}

NodeIndex Tree::add(Node node, std::span<const NodeIndex> children) {
  node.first = static_cast<uint32_t>(links_.size());
  node.count = static_cast<uint32_t>(children.size());
  links_.insert(links_.end(), children.begin(), children.end());
  nodes_.push_back(node);
  return static_cast<NodeIndex>(nodes_.size() - 1);
}

void Tree::finish(NodeIndex root) {
  root_ = root;
  nodes_[root].parent = no_node;  // a filter may still hold what the parser noted there
  for (NodeIndex parent = 0; parent < nodes_.size(); ++parent)
    for (const NodeIndex child : children(parent)) nodes_[child].parent = parent;
}

}  // namespace sfn::asl::jsonata
