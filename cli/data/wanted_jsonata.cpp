#include "cli/data/wanted_jsonata.h"

#include <fmt/core.h>

#include "cli/report/json_writer.h"
#include "lint/asl/jsonata/analysis.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;
namespace jsonata = asl::jsonata;
using jsonata::NodeIndex;
using jsonata::NodeKind;
using jsonata::Symbol;
using jsonata::Tree;

// In a larger expression every reading would cost too much.
constexpr size_t most_nodes = 5'000;

// The outermost node of the stretch, which may be in parentheses.
NodeIndex node_at(const Tree& tree, Span span) {
  if (tree.size() > most_nodes) return jsonata::no_node;
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree[node].begin != span.begin || tree[node].end != span.end) continue;
    NodeIndex outer = node;
    while (tree[outer].parent != jsonata::no_node &&
           jsonata::bare(tree, tree[outer].parent) == jsonata::bare(tree, outer))
      outer = tree[outer].parent;
    return outer;
  }
  return jsonata::no_node;
}

Wanted constant(const Tree& tree, NodeIndex node) {
  if (tree[node].kind == NodeKind::string) return {kind::string, json_string(tree.string_value(node))};
  if (const auto number = jsonata::constant_number(tree, node))
    return {kind::number, fmt::format("{}", *number)};
  if (tree[node].kind == NodeKind::literal && tree.token(node) != "null")
    return {kind::boolean, std::string(tree.token(node))};
  return {};
}

Wanted operand(const Tree& tree, NodeIndex parent, NodeIndex node) {
  const NodeIndex left = tree.child(parent, 0), right = tree.child(parent, 1);
  switch (tree[parent].op) {
    case Symbol::plus:
    case Symbol::minus:
    case Symbol::star:
    case Symbol::slash:
    case Symbol::percent:
      return {kind::number};
    case Symbol::equal:
    case Symbol::not_equal:
    case Symbol::less:
    case Symbol::less_equal:
    case Symbol::greater:
    case Symbol::greater_equal:
      return constant(tree, node == left ? right : left);
    case Symbol::ampersand:
      return {kind::string | kind::number | kind::boolean};
    default:
      return {};
  }
}

Wanted argument(const Tree& tree, NodeIndex call, NodeIndex node) {
  const NodeIndex function = tree.child(call, 0);
  const jsonata::Function* known =
      tree[function].kind == NodeKind::variable ? jsonata::find_function(tree.name(function)) : nullptr;
  const auto children = tree.children(call);
  for (size_t i = 1; known && i < children.size() && i <= std::size(known->parameters); ++i) {
    const auto kinds = static_cast<kind::Kinds>(known->parameters[i - 1].accepts & kind::any);
    if (children[i] == node && kinds != 0) return {kinds};
  }
  return {};
}

}  // namespace

bool is_whole_expression(const Tree& tree, Span span) {
  const NodeIndex node = node_at(tree, span);
  return node != jsonata::no_node && tree[node].parent == jsonata::no_node;
}

bool is_on_the_way(const Tree& tree, Span span) {
  const NodeIndex node = node_at(tree, span);
  if (node == jsonata::no_node) return false;
  const NodeIndex parent = tree[node].parent;
  return parent != jsonata::no_node && tree[parent].kind == NodeKind::step && tree.child(parent, 0) == node;
}

Wanted wanted_in(const Tree& tree, Span span) {
  const NodeIndex node = node_at(tree, span);
  if (node == jsonata::no_node || tree[node].parent == jsonata::no_node) return {};
  const NodeIndex parent = tree[node].parent;
  switch (tree[parent].kind) {
    case NodeKind::binary:
      return operand(tree, parent, node);
    case NodeKind::negate:
    case NodeKind::range:
      return {kind::number};
    case NodeKind::call:
      return argument(tree, parent, node);
    default:
      return {};
  }
}

}  // namespace sfn::cli
