#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/types/narrow.h"

namespace sfn::asl::types {

namespace {

using jsonata::NodeIndex;
using jsonata::NodeKind;
using jsonata::Symbol;
using jsonata::Tree;

class ConditionNarrowing {
 public:
  ConditionNarrowing(Types& types, const Tree& tree) : types_(types), tree_(tree) {}

  Narrowed node(NodeIndex at, const Roots& roots) {
    at = jsonata::bare(tree_, at);
    switch (tree_[at].kind) {
      case NodeKind::binary:
        return binary(at, roots);
      case NodeKind::call:
        return call(at, roots);
      case NodeKind::step:
      case NodeKind::variable:
        return {Truth::unknown, present(at, roots, true), roots};
      default:
        return {Truth::unknown, roots, roots};
    }
  }

 private:
  Narrowed binary(NodeIndex at, const Roots& roots) {
    const NodeIndex left = tree_.child(at, 0), right = tree_.child(at, 1);
    switch (tree_[at].op) {
      case Symbol::and_word: {
        const Narrowed first = node(left, roots), second = node(right, first.yes);
        return {Truth::unknown, second.yes, roots};
      }
      case Symbol::or_word: {
        const Narrowed first = node(left, roots), second = node(right, first.no);
        return {Truth::unknown, roots, second.no};
      }
      case Symbol::equal:
      case Symbol::less:
      case Symbol::less_equal:
      case Symbol::greater:
      case Symbol::greater_equal:
        return {Truth::unknown, compared(left, right, roots), roots};
      default:
        return {Truth::unknown, roots, roots};
    }
  }

  // Two values that are not there are equal; what is compared with a literal is there.
  Roots compared(NodeIndex left, NodeIndex right, const Roots& roots) {
    if (is_literal(right)) return present(left, roots, true);
    return is_literal(left) ? present(right, roots, true) : roots;
  }
  bool is_literal(NodeIndex at) const {
    const NodeKind kind = tree_[jsonata::bare(tree_, at)].kind;
    return kind == NodeKind::string || kind == NodeKind::number || kind == NodeKind::literal;
  }

  Narrowed call(NodeIndex at, const Roots& roots) {
    const NodeIndex function = tree_.child(at, 0);
    if (tree_[function].kind != NodeKind::variable || tree_[at].count != 2)
      return {Truth::unknown, roots, roots};
    const NodeIndex argument = tree_.child(at, 1);
    if (tree_.name(function) == "exists")
      return {Truth::unknown, present(argument, roots, true), present(argument, roots, false)};
    if (tree_.name(function) == "not") {
      const Narrowed inner = node(argument, roots);
      return {Truth::unknown, inner.no, inner.yes};
    }
    if (tree_.name(function) == "boolean") return node(argument, roots);
    return {Truth::unknown, roots, roots};
  }

  // `$states.input.a.b` and `$variable.a`, by their names.
  Roots present(NodeIndex at, Roots roots, bool exists) {
    std::vector<std::string_view> names;
    for (at = jsonata::bare(tree_, at); tree_[at].kind == NodeKind::step; at = tree_.child(at, 0)) {
      const NodeIndex right = tree_.child(at, 1);
      if (tree_[right].kind != NodeKind::name) return roots;
      names.insert(names.begin(), tree_.name(right));
    }
    if (tree_[at].kind != NodeKind::variable) return roots;
    const bool states = tree_.name(at) == "states";
    if (states && (names.size() < 2 || names.front() != "input")) return roots;
    if (states) names.erase(names.begin());
    else names.insert(names.begin(), tree_.name(at));
    Type& root = states ? roots.data : roots.variables;
    // A list is mapped, so nothing is certain of what may be one.
    if (has_list(root, names)) return roots;
    root = types_.with_existence(root, names, exists);
    return roots;
  }

  bool has_list(Type type, const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
      if (types_.known(type) && !types_.input_path(type) && types_.can_be(type, intrinsic::array))
        return true;
      type = types_.member(type, name).type;
    }
    return false;
  }

  Types& types_;
  const Tree& tree_;
};

}  // namespace

Narrowed narrow_condition(Types& types, const Expression* condition, const Roots& roots) {
  const JsonataExpression* parsed = condition ? condition->jsonata() : nullptr;
  if (!parsed || parsed->fault || parsed->tree.root() == jsonata::no_node)
    return {Truth::unknown, roots, roots};
  return ConditionNarrowing(types, parsed->tree).node(parsed->tree.root(), roots);
}

}  // namespace sfn::asl::types
