// What values an expression can give.
#include <charconv>
#include <cstdlib>

#include "lint/asl/jsonata/analysis.h"
#include "lint/characters.h"

namespace sfn::asl::jsonata {
namespace {

bool is_tied(NodeKind kind) {
  return kind == NodeKind::filter || kind == NodeKind::sort || kind == NodeKind::group ||
         kind == NodeKind::focus || kind == NodeKind::position;
}

/// The function that a call or the right side of `~>` names; null if the table does not have it.
const Function* function_of(const Tree& tree, NodeIndex node) {
  if (tree[node].kind == NodeKind::call || tree[node].kind == NodeKind::partial) node = tree.child(node, 0);
  return tree[node].kind == NodeKind::variable ? find_function(tree.name(node)) : nullptr;
}

ValueKind operator_kind(Symbol op) {
  switch (op) {
    case Symbol::plus:
    case Symbol::minus:
    case Symbol::star:
    case Symbol::slash:
    case Symbol::percent:
      return ValueKind::number;
    case Symbol::ampersand:
      return ValueKind::string;
    default:
      return ValueKind::boolean;
  }
}

ValueKind literal_kind(std::string_view word) {
  return word == "null" ? ValueKind::null : ValueKind::boolean;
}

/// Whether a step of the path, or what is tied to one, says `[]`.
bool keeps_array(const Tree& tree, NodeIndex node) {
  bool path = false;
  for (;;) {
    const NodeKind kind = tree[node].kind;
    if (tree[node].keep_array && (path || kind == NodeKind::name)) return true;
    if (kind == NodeKind::step) {
      path = true;
      for (NodeIndex right = tree.child(node, 1);; right = tree.child(right, 0)) {
        if (tree[right].keep_array) return true;
        if (!is_tied(tree[right].kind)) break;
      }
    } else if (!is_tied(kind)) {
      return false;
    }
    node = tree.child(node, 0);
  }
}

ValueKind call_kind(const Tree& tree, NodeIndex node) {
  const Function* function = function_of(tree, node);
  return function ? function->result : ValueKind::unknown;
}

ValueKind applied_kind(const Tree& tree, NodeIndex right) {
  const NodeKind kind = tree[right].kind;
  return kind == NodeKind::call || kind == NodeKind::variable ? call_kind(tree, right) : ValueKind::unknown;
}

bool is_name_character(char c) { return is_word(c); }

/// Where the last plain name of a path begins, if the path ends in one; else no_node.
NodeIndex last_name(const Tree& tree, NodeIndex node) {
  if (tree[node].kind != NodeKind::step) return no_node;
  const NodeIndex right = tree.child(node, 1);
  return tree[right].kind == NodeKind::name ? right : no_node;
}

NodeIndex first_operand(const Tree& tree, NodeIndex node) {
  while (tree[node].kind == NodeKind::step || is_tied(tree[node].kind)) node = tree.child(node, 0);
  return node;
}

bool is_minus(const Tree& tree, NodeIndex node) {
  return tree[node].kind == NodeKind::binary && tree[node].op == Symbol::minus;
}

/// Whether a minus stands between two names without a blank or a quote.
bool joins_names(const Tree& tree, NodeIndex minus) {
  const Node& node = tree[minus];
  const std::string_view text = tree.text();
  if (node.token_begin == 0 || node.token_end >= text.size()) return false;
  if (!is_name_character(text[node.token_begin - 1]) || !is_name_character(text[node.token_end]))
    return false;
  return tree[first_operand(tree, tree.child(minus, 1))].kind == NodeKind::name;
}

}  // namespace

NodeIndex bare(const Tree& tree, NodeIndex node) {
  while (tree[node].kind == NodeKind::block && tree[node].count == 1) node = tree.child(node, 0);
  return node;
}

bool is_constant(const Tree& tree, NodeIndex node) {
  std::vector<NodeIndex> open = {node};
  while (!open.empty()) {
    const NodeIndex at = bare(tree, open.back());
    open.pop_back();
    switch (tree[at].kind) {
      case NodeKind::string:
      case NodeKind::number:
      case NodeKind::literal:
        break;
      case NodeKind::negate:
        if (!constant_number(tree, at)) return false;
        break;
      case NodeKind::array:
      case NodeKind::object:
        for (const NodeIndex child : tree.children(at)) open.push_back(child);
        break;
      default:
        return false;
    }
  }
  return true;
}

std::optional<double> constant_number(const Tree& tree, NodeIndex node) {
  double sign = 1;
  for (node = bare(tree, node); tree[node].kind == NodeKind::negate; node = bare(tree, tree.child(node, 0)))
    sign = -sign;
  if (tree[node].kind != NodeKind::number) return std::nullopt;
  return sign * std::strtod(std::string(tree.token(node)).c_str(), nullptr);
}

ValueKind result_kind(const Tree& tree, NodeIndex node) {
  const Node& at = tree[node];
  switch (at.kind) {
    case NodeKind::string:
      return ValueKind::string;
    case NodeKind::number:
    case NodeKind::negate:
      return ValueKind::number;
    case NodeKind::literal:
      return literal_kind(tree.token(node));
    case NodeKind::array:
      return ValueKind::array;
    case NodeKind::object:
    case NodeKind::group:
      return ValueKind::object;
    case NodeKind::binary:
      return operator_kind(at.op);
    case NodeKind::lambda:
    case NodeKind::partial:
    case NodeKind::transform:
    case NodeKind::regex:
      return ValueKind::function;
    case NodeKind::block:
      return at.count ? result_kind(tree, tree.child(node, at.count - 1)) : ValueKind::unknown;
    case NodeKind::bind:
      return result_kind(tree, tree.child(node, 1));
    case NodeKind::call:
      return call_kind(tree, node);
    case NodeKind::apply:
      return applied_kind(tree, tree.child(node, 1));
    case NodeKind::condition: {
      const ValueKind then = result_kind(tree, tree.child(node, 1));
      return at.count < 3 || then == result_kind(tree, tree.child(node, 2)) ? then : ValueKind::unknown;
    }
    case NodeKind::name:
    case NodeKind::step:
    case NodeKind::filter:
    case NodeKind::sort:
      return keeps_array(tree, node) ? ValueKind::array : ValueKind::unknown;
    default:
      return ValueKind::unknown;
  }
}

std::optional<NodeIndex> may_unwrap(const Tree& tree, NodeIndex node) {
  for (;;) {
    const Node& at = tree[node];
    switch (at.kind) {
      case NodeKind::block:
        if (at.count == 0) return std::nullopt;
        node = tree.child(node, at.count - 1);
        continue;
      case NodeKind::bind:
        node = tree.child(node, 1);
        continue;
      case NodeKind::condition:
        if (const auto then = may_unwrap(tree, tree.child(node, 1)); then || at.count < 3) return then;
        node = tree.child(node, 2);
        continue;
      case NodeKind::call:
      case NodeKind::apply: {
        const NodeIndex call = at.kind == NodeKind::apply ? tree.child(node, 1) : node;
        const Function* function = function_of(tree, call);
        if (!function || !function->unwraps || tree[call].keep_array) return std::nullopt;
        return call;
      }
      default:
        break;
    }
    break;
  }
  if (keeps_array(tree, node) || tree[first_operand(tree, node)].keep_array) return std::nullopt;
  // From the end of the path to its start: the last step that makes a list says so.
  const auto maps = [&](NodeIndex step) {
    const NodeKind kind = tree[step].kind;
    const bool makes = kind == NodeKind::object || kind == NodeKind::block || kind == NodeKind::call;
    return makes || kind == NodeKind::wildcard || kind == NodeKind::descendant;
  };
  const auto selects = [&](NodeIndex tied) {
    if (tree[tied].kind == NodeKind::sort) return true;
    return tree[tied].kind == NodeKind::filter && !constant_number(tree, tree.child(tied, 1));
  };
  const auto picks_one = [&](NodeIndex tied) {
    return tree[tied].kind == NodeKind::group ||
           (tree[tied].kind == NodeKind::filter && constant_number(tree, tree.child(tied, 1)));
  };
  for (; tree[node].kind == NodeKind::step || is_tied(tree[node].kind); node = tree.child(node, 0)) {
    if (picks_one(node)) return std::nullopt;
    if (selects(node)) return node;
    if (tree[node].kind != NodeKind::step) continue;
    NodeIndex right = tree.child(node, 1);
    for (; is_tied(tree[right].kind); right = tree.child(right, 0))
      if (selects(right)) return right;
      else if (picks_one(right)) return std::nullopt;
    if (maps(right)) return right;
  }
  const Function* function = tree[node].kind == NodeKind::call ? function_of(tree, node) : nullptr;
  return function && function->unwraps ? std::optional(node) : std::nullopt;
}

std::vector<Hyphen> hyphens(const Tree& tree) {
  std::vector<Hyphen> found;
  const std::vector<bool> has_context = contexts(tree);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (!is_minus(tree, i) || !joins_names(tree, i)) continue;
    // `a.b-c-d` is `(a.b - c) - d`: the name begins where the first minus found it.
    const NodeIndex left = tree.child(i, 0);
    const bool goes_on = !found.empty() && is_minus(tree, left) && found.back().end == tree[left].end;
    const NodeIndex start = last_name(tree, left);
    if (!goes_on && start == no_node) continue;
    const uint32_t end = tree[first_operand(tree, tree.child(i, 1))].token_end;
    const uint32_t begin = goes_on ? found.back().begin : tree[start].begin;
    if (goes_on) found.pop_back();
    found.push_back(
        {begin, end, "`" + std::string(tree.text().substr(begin, end - begin)) + "`", has_context[i]});
  }
  return found;
}

}  // namespace sfn::asl::jsonata
