// Variables, the document and calls of an expression.
#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/jsonata/bindings.h"

namespace sfn::asl::jsonata {
namespace {

bool is_call(NodeKind kind) { return kind == NodeKind::call || kind == NodeKind::partial; }

/// Whether a node is what a call calls.
bool called(const Tree& tree, NodeIndex node) {
  const NodeIndex parent = tree[node].parent;
  return parent != no_node && is_call(tree[parent].kind) && tree.child(parent, 0) == node;
}

/// Whether what stands at this place among the children of a node has a context of its own.
bool gives_context(const Tree& tree, NodeIndex node, size_t place) {
  switch (tree[node].kind) {
    case NodeKind::step:
    case NodeKind::filter:
    case NodeKind::group:
    case NodeKind::sort:
      return place > 0;
    case NodeKind::transform:
      return true;
    case NodeKind::lambda:
      return place + 1 == tree[node].count;
    default:
      return false;
  }
}

/// Whether a node is evaluated only for some values of what stands before it among its parent's children.
bool conditional(const Tree& tree, NodeIndex parent, size_t place) {
  const Node& at = tree[parent];
  if (at.kind == NodeKind::condition) return place > 0;
  if (at.kind == NodeKind::binary) {
    const std::string_view op = tree.token(parent);
    return place > 0 && (op == "and" || op == "or");
  }
  return gives_context(tree, parent, place);
}

bool is_key(const Tree& tree, NodeIndex node) {
  const NodeIndex parent = tree[node].parent;
  if (parent == no_node || tree[parent].kind != NodeKind::object) return false;
  const auto children = tree.children(parent);
  for (size_t place = 0; place < children.size(); place += 2)
    if (children[place] == node) return true;
  return false;
}

bool is_first_step(const Tree& tree, NodeIndex node) {
  const NodeIndex parent = tree[node].parent;
  return parent != no_node && tree[parent].kind == NodeKind::step && tree.child(parent, 0) == node;
}

/// What a node reads of the document; absent for most.
std::optional<Document> reads(const Tree& tree, NodeIndex node) {
  switch (tree[node].kind) {
    case NodeKind::variable:
      if (tree.name(node).empty()) return Document::dollar;
      if (tree.name(node) == "$") return Document::double_dollar;
      return std::nullopt;
    case NodeKind::name:
      return Document::field;
    case NodeKind::string:  // a string that begins a path names a field
      if (is_first_step(tree, node)) return Document::field;
      return std::nullopt;
    case NodeKind::wildcard:
    case NodeKind::descendant:
      return Document::wildcard;
    default:
      return std::nullopt;
  }
}

std::string_view field_name(const Tree& tree, NodeIndex node) {
  if (tree[node].kind != NodeKind::string) return tree.name(node);
  const std::string_view token = tree.token(node);
  if (token.find('\\') != std::string_view::npos) return {};
  return token.substr(1, token.size() - 2);
}

/// The operand of `~>` that a call is, under what may be tied to it: `x ~> $f(...)[0]`.
bool is_applied(const Tree& tree, NodeIndex call) {
  NodeIndex node = call;
  for (;;) {
    const NodeIndex parent = tree[node].parent;
    if (parent == no_node) return false;
    const NodeKind kind = tree[parent].kind;
    if (kind == NodeKind::apply) return tree.child(parent, 1) == node;
    const bool tied = kind == NodeKind::filter || kind == NodeKind::group || kind == NodeKind::focus;
    if (!tied || tree.child(parent, 0) != node) return false;
    node = parent;
  }
}

}  // namespace

std::vector<VariableUse> free_variables(const Tree& tree) {
  std::vector<VariableUse> uses;
  const Bindings bindings(tree);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].kind != NodeKind::variable || tree.name(i).empty() || tree.name(i) == "$") continue;
    if (bindings.target(i) || bindings.bound(i)) continue;
    uses.push_back({i, tree.name(i), called(tree, i)});
  }
  return uses;
}

std::vector<Member> members_behind(const Tree& tree, NodeIndex node) {
  std::vector<Member> members;
  for (NodeIndex parent = tree[node].parent; parent != no_node; node = parent, parent = tree[node].parent) {
    if (tree.child(parent, 0) != node) break;
    if (tree[parent].kind == NodeKind::filter) {
      if (!members.empty()) members.back().filtered = true;
      continue;
    }
    if (tree[parent].kind != NodeKind::step) break;
    NodeIndex field = tree.child(parent, 1);
    bool filtered = false;
    for (; tree[field].kind == NodeKind::filter; filtered = true) field = tree.child(field, 0);
    const NodeKind kind = tree[field].kind;
    const std::string_view name = field_name(tree, field);
    if ((kind != NodeKind::name && kind != NodeKind::string) || name.empty()) break;
    members.push_back({field, name, filtered});
  }
  return members;
}

std::vector<bool> contexts(const Tree& tree) {
  std::vector<bool> has(tree.size(), false);
  // Parents stand behind their children.
  for (NodeIndex i = static_cast<NodeIndex>(tree.size()); i-- > 0;) {
    const auto children = tree.children(i);
    for (size_t place = 0; place < children.size(); ++place)
      has[children[place]] = has[i] || gives_context(tree, i, place);
  }
  return has;
}

std::vector<DocumentUse> document_uses(const Tree& tree) {
  std::vector<DocumentUse> uses;
  const std::vector<bool> has_context = contexts(tree);
  const Bindings bindings(tree);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const auto what = reads(tree, i);
    if (!what || (tree[i].parent == no_node && i != tree.root())) continue;
    if (has_context[i] && *what != Document::double_dollar) continue;
    if (tree[i].kind == NodeKind::variable && (bindings.target(i) || bindings.bound(i))) continue;
    uses.push_back({i, *what, field_name(tree, i), called(tree, i), is_key(tree, i)});
  }
  return uses;
}

std::vector<Call> calls(const Tree& tree) {
  std::vector<Call> found;
  const Bindings bindings(tree);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (!is_call(tree[i].kind)) continue;
    const auto children = tree.children(i);
    const NodeIndex function = children[0];
    if (tree[function].kind != NodeKind::variable || tree.name(function).empty()) continue;
    const bool partial = tree[i].kind == NodeKind::partial, applied = !partial && is_applied(tree, i);
    Call call = {i,       function, tree.name(function),      children.size() - 1,
                 applied, partial,  bindings.bound(function), {}};
    if (applied) ++call.given;
    call.arguments.assign(children.begin() + 1, children.end());
    found.push_back(std::move(call));
  }
  return found;
}

std::vector<IntrinsicUse> intrinsics(const Tree& tree) {
  std::vector<IntrinsicUse> found;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].kind != NodeKind::step || tree.name(tree.child(i, 0)) != "States") continue;
    NodeIndex call = tree.child(i, 1);
    while (tree[call].kind == NodeKind::filter) call = tree.child(call, 0);
    if (tree[call].kind != NodeKind::call || tree[tree.child(call, 0)].kind != NodeKind::name) continue;
    found.push_back({i, tree.name(tree.child(call, 0))});
  }
  return found;
}

bool always_evaluated(const Tree& tree, NodeIndex node) {
  for (NodeIndex parent = tree[node].parent; parent != no_node; node = parent, parent = tree[node].parent) {
    const size_t last = tree[parent].count - 1;
    const size_t place = tree.child(parent, 0) == node ? 0 : tree.child(parent, last) == node ? last : 1;
    if (conditional(tree, parent, place)) return false;
  }
  return true;
}

}  // namespace sfn::asl::jsonata
