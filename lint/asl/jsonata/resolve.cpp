#include "lint/asl/jsonata/resolve.h"

#include <fmt/core.h>

#include "lint/asl/jsonata/ancestry.h"

namespace sfn::asl::jsonata {
namespace {

/// Follows `processAST` of the reference. Children stand before their parents in a tree, so one loop over the
/// nodes replaces its recursion.
class Resolver {
 public:
  explicit Resolver(const Tree& tree) : tree_(tree), ancestry_(items_) {
    items_.reserve(tree.size() * 2);
    of_.assign(tree.size(), no_item);
  }
  std::optional<Fault> resolve(NodeIndex root);

 private:
  void visit(NodeIndex node);
  void leaf(NodeIndex node);
  void step(NodeIndex node);
  void take_step(ItemIndex path, ItemIndex step, NodeIndex node);
  void check_steps(ItemIndex path, NodeIndex node);
  void filter(NodeIndex node);
  void group(NodeIndex node);
  void sort(NodeIndex node);
  void focus(NodeIndex node);
  void position(NodeIndex node);
  void negate(NodeIndex node);
  void push_children(NodeIndex node, size_t from);

  ItemIndex add(Item::Kind kind, NodeIndex node);
  ItemIndex add_path(ItemIndex only_step, NodeIndex node);
  ItemIndex last_step(ItemIndex item) const {
    return items_[item].kind == Item::Kind::path ? items_[item].last : item;
  }
  ItemIndex child(NodeIndex node, size_t which) const { return of_[tree_.child(node, which)]; }
  /// `when`: the node after which the reference finds this fault; the earliest fault counts.
  void fail(FaultKind kind, std::string_view code, NodeIndex at, NodeIndex when, std::string message);

  void no_parent(NodeIndex parent, NodeIndex when) {
    fail(FaultKind::no_parent, "S0217", parent, when, "`%` has no enclosing object here");
  }

  const Tree& tree_;
  std::vector<Item> items_;
  std::vector<ItemIndex> of_;  // what became of each node
  Ancestry ancestry_;
  std::optional<Fault> fault_;
  NodeIndex when_ = no_node;
};

void Resolver::fail(FaultKind kind, std::string_view code, NodeIndex at, NodeIndex when,
                    std::string message) {
  if (fault_ && when_ <= when) return;
  const Node& node = tree_[at];
  when_ = when;
  fault_ = Fault{kind, code, node.token_begin, node.token_end, std::move(message)};
}

ItemIndex Resolver::add(Item::Kind kind, NodeIndex node) {
  Item item;
  item.kind = kind;
  item.node = node;
  items_.push_back(item);
  return static_cast<ItemIndex>(items_.size() - 1);
}

ItemIndex Resolver::add_path(ItemIndex only_step, NodeIndex node) {
  const ItemIndex path = add(Item::Kind::path, node);
  items_[path].last = only_step;
  return path;
}

std::optional<Fault> Resolver::resolve(NodeIndex root) {
  for (NodeIndex node = 0; node < tree_.size() && !ancestry_.exhausted(); ++node) {
    visit(node);
    if (const NodeIndex parent = ancestry_.failed(); parent != no_node) {
      no_parent(parent, node);
      break;
    }
  }
  if (ancestry_.exhausted())
    return Fault{FaultKind::too_deep, "", 0, 0, "this expression uses `%` more often than can be followed"};
  if (fault_) return fault_;
  if (const NodeIndex parent = ancestry_.seeking(of_[root]); parent != no_node) no_parent(parent, root);
  return fault_;
}

void Resolver::visit(NodeIndex node) {
  switch (tree_[node].kind) {
    case NodeKind::step:
      return step(node);
    case NodeKind::filter:
      return filter(node);
    case NodeKind::group:
      return group(node);
    case NodeKind::sort:
      return sort(node);
    case NodeKind::focus:
      return focus(node);
    case NodeKind::position:
      return position(node);
    case NodeKind::negate:
      return negate(node);
    case NodeKind::bind:
      of_[node] = add(Item::Kind::other, node);
      return push_children(node, 1);
    case NodeKind::call:
    case NodeKind::partial:
      of_[node] = add(Item::Kind::other, node);
      return push_children(node, 1);
    case NodeKind::block:
      of_[node] = add(Item::Kind::block, node);
      if (tree_[node].count > 0) items_[of_[node]].last = child(node, tree_[node].count - 1);
      return push_children(node, 0);
    case NodeKind::binary:
    case NodeKind::range:
    case NodeKind::array:
    case NodeKind::object:
    case NodeKind::condition:
      of_[node] = add(Item::Kind::other, node);
      return push_children(node, 0);
    default:
      return leaf(node);
  }
}

void Resolver::leaf(NodeIndex node) {
  switch (tree_[node].kind) {
    case NodeKind::name:
    case NodeKind::keyword:
      of_[node] = add_path(add(Item::Kind::name, node), node);
      return;
    case NodeKind::string:
      of_[node] = add(Item::Kind::string, node);
      return;
    case NodeKind::number:
      of_[node] = add(Item::Kind::literal, node);
      items_[of_[node]].number = true;
      return;
    case NodeKind::literal:
      of_[node] = add(Item::Kind::literal, node);
      return;
    case NodeKind::wildcard:
      of_[node] = add(Item::Kind::wildcard, node);
      return;
    case NodeKind::parent:
      of_[node] = add(Item::Kind::parent, node);
      ancestry_.add_slot(items_[of_[node]]);
      return;
    case NodeKind::missing:
      fail(FaultKind::unexpected_end, "S0207", node, node,
           tree_.size() == 1 ? "this expression is empty"
                             : "this expression ends too early; expected a value");
      [[fallthrough]];
    default:
      of_[node] = add(Item::Kind::other, node);
  }
}

void Resolver::push_children(NodeIndex node, size_t from) {
  for (size_t i = from; i < tree_[node].count; ++i) ancestry_.push(of_[node], child(node, i));
}

void Resolver::step(NodeIndex node) {
  ItemIndex path = child(node, 0);
  const ItemIndex left = path, right = child(node, 1);
  if (items_[left].kind != Item::Kind::path) path = add_path(left, node);
  if (items_[left].kind == Item::Kind::parent) ancestry_.start(path, left);
  if (!items_[path].checked) check_steps(path, node);
  if (items_[right].kind != Item::Kind::path) {
    take_step(path, right, node);
  } else {
    // A path to the right of a dot is a single field with what is tied to it.
    take_step(path, items_[right].last, node);
  }
  of_[node] = path;
  ancestry_.resolve(path);
}

void Resolver::take_step(ItemIndex path, ItemIndex step, NodeIndex node) {
  items_[step].previous = items_[path].last;
  items_[path].last = step;
  check_steps(path, node);
}

/// Literals are no steps; a string is the name of a field. Only the last step is new once a path was checked.
void Resolver::check_steps(ItemIndex path, NodeIndex node) {
  const bool only_last = items_[path].checked;
  items_[path].checked = true;
  for (ItemIndex i = items_[path].last; i != no_item; i = only_last ? no_item : items_[i].previous) {
    Item& step = items_[i];
    if (step.kind == Item::Kind::string) step.kind = Item::Kind::name;
    if (step.kind != Item::Kind::literal) continue;
    fail(FaultKind::literal_step, "S0213", step.node, node,
         fmt::format("a step of a path cannot be {} `{}`", step.number ? "the number" : "the word",
                     tree_.token(step.node)));
  }
}

void Resolver::filter(NodeIndex node) {
  const ItemIndex result = child(node, 0), step = last_step(result);
  of_[node] = result;
  if (items_[step].grouped)
    fail(FaultKind::filter_after_group, "S0209", node, tree_.child(node, 0),
         "a filter cannot follow a grouping; put the grouping in parentheses");
  items_[step].filtered = true;
  ancestry_.filter(step, child(node, 1));
}

void Resolver::group(NodeIndex node) {
  const ItemIndex result = child(node, 0);
  of_[node] = result;
  if (items_[result].grouped)
    fail(FaultKind::second_group, "S0210", node, tree_.child(node, 0),
         "a path can have only one grouping; put the first in parentheses");
  items_[result].grouped = true;
}

void Resolver::sort(NodeIndex node) {
  ItemIndex path = child(node, 0);
  if (items_[path].kind != Item::Kind::path) path = add_path(path, node);
  of_[node] = path;
  const ItemIndex sort = add(Item::Kind::sort, node);
  for (size_t i = 1; i < tree_[node].count; ++i) ancestry_.push(sort, child(node, i));
  items_[sort].previous = items_[path].last;
  items_[path].last = sort;
  ancestry_.resolve(path);
}

void Resolver::focus(NodeIndex node) {
  const ItemIndex result = child(node, 0), step = last_step(result);
  of_[node] = result;
  if (items_[step].filtered)
    fail(FaultKind::late_binding, "S0215", node, node, "`@` must precede the filters of its step");
  else if (items_[step].kind == Item::Kind::sort)
    fail(FaultKind::late_binding, "S0216", node, node, "`@` must precede the sort of its step");
  items_[step].focused = true;
}

void Resolver::position(NodeIndex node) {
  const ItemIndex left = child(node, 0);
  of_[node] = items_[left].kind == Item::Kind::path ? left : add_path(left, node);
}

/// A minus before a number makes a number.
void Resolver::negate(NodeIndex node) {
  const ItemIndex operand = child(node, 0);
  if (items_[operand].kind == Item::Kind::literal && items_[operand].number) {
    of_[node] = operand;
    return;
  }
  of_[node] = add(Item::Kind::other, node);
  ancestry_.push(of_[node], operand);
}

}  // namespace

std::optional<Fault> resolve(const Tree& tree, NodeIndex root) { return Resolver(tree).resolve(root); }

}  // namespace sfn::asl::jsonata
