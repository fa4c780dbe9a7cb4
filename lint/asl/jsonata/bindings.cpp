#include "lint/asl/jsonata/bindings.h"

namespace sfn::asl::jsonata {

Bindings::Bindings(const Tree& tree)
    : tree_(tree), frame_of_(tree.size(), no_node), frame_(tree.size(), false) {
  std::vector<NodeIndex> tags;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const NodeKind kind = tree[i].kind;
    if (kind == NodeKind::block || kind == NodeKind::lambda || i == tree.root()) frame_[i] = true;
    if (kind == NodeKind::focus || kind == NodeKind::position) {
      tags.push_back(i);
      frame_[path_of(i)] = true;
    }
  }
  for (NodeIndex i = static_cast<NodeIndex>(tree.size()); i-- > 0;) {
    const NodeIndex parent = tree[i].parent;
    if (parent != no_node) frame_of_[i] = frame_[parent] ? parent : frame_of_[parent];
  }
  for (const NodeIndex tag : tags) bind(path_of(tag), tree.child(tag, 1), tree[tag].end);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].kind == NodeKind::lambda)
      for (size_t p = 0; p + 1 < tree[i].count; ++p) bind(i, tree.child(i, p), tree[i].begin);
    if (tree[i].kind != NodeKind::bind) continue;
    NodeIndex frame = i == tree.root() ? i : frame_of_[i];
    // Only blocks, functions and the whole expression hold what `:=` binds.
    while (frame != tree.root() && frame != no_node && tree[frame].kind != NodeKind::block &&
           tree[frame].kind != NodeKind::lambda)
      frame = frame_of_[frame];
    if (frame != no_node) bind(frame, tree.child(i, 0), tree[i].end);
  }
}

void Bindings::bind(NodeIndex frame, NodeIndex variable, uint32_t from) {
  const auto [at, added] = from_.try_emplace({frame, tree_.name(variable)}, from);
  if (!added && from < at->second) at->second = from;
}

/// The whole path that a step belongs to: what `@` and `#` bind holds in all that follows in it.
NodeIndex Bindings::path_of(NodeIndex node) const {
  for (;;) {
    const NodeIndex parent = tree_[node].parent;
    if (parent == no_node) return node;
    switch (tree_[parent].kind) {
      case NodeKind::step:
      case NodeKind::focus:
      case NodeKind::position:
        break;
      case NodeKind::filter:
      case NodeKind::group:
      case NodeKind::sort:
        if (tree_.child(parent, 0) != node) return node;
        break;
      default:
        return node;
    }
    node = parent;
  }
}

bool Bindings::target(NodeIndex variable) const {
  const NodeIndex parent = tree_[variable].parent;
  if (parent == no_node) return false;
  const auto siblings = tree_.children(parent);
  switch (tree_[parent].kind) {
    case NodeKind::bind:
      return siblings[0] == variable;
    case NodeKind::focus:
    case NodeKind::position:
      return siblings[1] == variable;
    case NodeKind::lambda:
      return siblings.back() != variable;
    default:
      return false;
  }
}

bool Bindings::bound(NodeIndex variable) const {
  const std::string_view name = tree_.name(variable);
  bool in_function = false;
  for (NodeIndex frame = frame_[variable] ? variable : frame_of_[variable]; frame != no_node;
       frame = frame_of_[frame]) {
    const auto found = from_.find({frame, name});
    if (found != from_.end() && (in_function || found->second <= tree_[variable].begin)) return true;
    in_function = in_function || tree_[frame].kind == NodeKind::lambda;
  }
  return false;
}

}  // namespace sfn::asl::jsonata
