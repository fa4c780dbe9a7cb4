// Types a JSONata expression. Each part may give nothing ("undefined"), which is no fault of its own: only
// the whole expression must have a value. A step maps over an array, a list of one item becomes that item,
// and an array constructor leaves out what is undefined.
#include <algorithm>

#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/types/typing.h"
#include "lint/asl/variables.h"

namespace sfn::asl::types {

namespace {

using jsonata::NodeIndex;
using jsonata::NodeKind;
using jsonata::Symbol;
using jsonata::Tree;

constexpr Typed anything{};

bool is_arithmetic(Symbol op) {
  return op == Symbol::plus || op == Symbol::minus || op == Symbol::star || op == Symbol::slash ||
         op == Symbol::percent;
}

// The bits of both sets mean the same, but for functions.
Kinds kinds_of_value(jsonata::ValueKind kind) {
  static_assert(static_cast<Kinds>(jsonata::ValueKind::object) == intrinsic::object);
  if (kind == jsonata::ValueKind::unknown || kind == jsonata::ValueKind::function) return intrinsic::any;
  return static_cast<Kinds>(kind);
}

class JsonataTyping {
 public:
  JsonataTyping(Typing& typing, const Expression& expression, const Roots& roots)
      : typing_(typing),
        types_(typing.types()),
        expression_(expression),
        tree_(expression.jsonata()->tree),
        roots_(roots) {}

  Typed run() {
    if (tree_.root() == jsonata::no_node) return anything;
    return node(tree_.root(), true);
  }

 private:
  struct Local {
    std::string_view name;
    Typed typed;
  };

  // The parser bounds the depth. `whole`: the expression has no value if this part has none.
  Typed node(NodeIndex at, bool whole) {
    if (!types_.work().spend(1)) return anything;
    const Typed typed = kind_of_node(at, whole);
    if (!tree_[at].keep_array || types_.kinds(typed.type) == intrinsic::array) return typed;
    return {typed.existence, types_.unknown(intrinsic::array)};
  }

  Typed kind_of_node(NodeIndex at, bool whole) {
    switch (tree_[at].kind) {
      case NodeKind::string:
        return certain(intrinsic::string);
      case NodeKind::number:
        return certain(intrinsic::number);
      case NodeKind::literal:
        return certain(tree_.token(at) == "null" ? intrinsic::null : intrinsic::boolean);
      case NodeKind::negate:
        return arithmetic(at);
      case NodeKind::variable:
        return variable(at, whole);
      case NodeKind::step:
        return step(at, whole);
      case NodeKind::filter:
        return filter(at, whole);
      case NodeKind::binary:
        return binary(at);
      case NodeKind::array:
        return array(at);
      case NodeKind::object:
        return object(at);
      case NodeKind::block:
        return block(at, whole);
      case NodeKind::bind:
        return bind(at, whole);
      case NodeKind::condition:
        return condition(at);
      case NodeKind::call:
        return call(at);
      case NodeKind::apply:
        return apply(at);
      case NodeKind::group:
        visit(tree_.child(at, 0));
        return {Existence::maybe, types_.unknown(intrinsic::object)};
      case NodeKind::sort:
        visit(tree_.child(at, 0));
        return anything;
      default:
        return anything;
    }
  }

  Typed certain(Kinds kinds) { return {Existence::present, types_.unknown(kinds)}; }
  // A part that need not have a value for the whole to have one.
  Typed visit(NodeIndex at) { return node(at, false); }
  // A part that is asked for, or evaluated on some ways only.
  Typed visit_quietly(NodeIndex at) {
    ++typing_.quiet;
    const Typed typed = node(at, false);
    --typing_.quiet;
    return typed;
  }

  Typed variable(NodeIndex at, bool whole) {
    const std::string_view name = tree_.name(at);
    for (auto local = locals_.rbegin(); local != locals_.rend(); ++local)
      if (local->name == name) return local->typed;
    if (name.empty() || name == "$") return anything;
    if (name == "states") return {Existence::present, states()};
    const Found found = types_.member(roots_.variables, name);
    const Type type = found.existence == Existence::missing ? Type() : found.type;
    typing_.note_input(expression_, {tree_[at].begin, tree_[at].end}, type, whole);
    return {found.existence == Existence::missing ? Existence::maybe : found.existence, type};
  }

  Type states() {
    std::vector<Member> members = {{"input", roots_.data}, {"context", roots_.context}};
    if (roots_.result) members.push_back({"result", *roots_.result});
    if (roots_.error_output) members.push_back({"errorOutput", *roots_.error_output});
    return types_.object(std::move(members), Type(), {});
  }

  // What a step of that name gives for a value: an array is mapped, and arrays in it are flattened.
  Found step_into(Type type, std::string_view name, uint32_t depth = 0) {
    const Kinds kinds = types_.kinds(type);
    const bool may_be_object = (kinds & intrinsic::object) != 0,
               may_be_array = (kinds & intrinsic::array) != 0;
    const Type own = types_.narrowed(type, intrinsic::object);
    const Found in_object = may_be_object ? types_.member(own, name) : Found{Existence::missing, {}};
    if (!may_be_array)
      return {kinds == intrinsic::object || in_object.existence == Existence::missing ? in_object.existence
                                                                                      : Existence::maybe,
              in_object.type};
    if (types_.input_path(type)) return in_object;
    const Type each = types_.each(types_.narrowed(type, intrinsic::array));
    const auto items = types_.items(types_.narrowed(type, intrinsic::array));
    const bool empty = items && items->empty();
    const Found in_items = empty       ? Found{Existence::missing, {}}
                           : depth < 8 ? step_into(each, name, depth + 1)
                                       : Found{};
    if (in_object.existence == Existence::missing && in_items.existence == Existence::missing)
      return {Existence::missing, may_be_object ? in_object.type : in_items.type};
    Type mapped = in_items.existence == Existence::missing ? in_object.type : mapped_type(in_items.type);
    if (in_items.existence != Existence::missing && may_be_object &&
        in_object.existence != Existence::missing)
      mapped = types_.join(mapped, in_object.type);
    return {Existence::maybe, mapped};
  }

  // The values that a step found in the items of an array: one of them, or a list of several.
  Type mapped_type(Type of_item) {
    if (types_.can_be(of_item, intrinsic::array)) return {};
    return types_.join(of_item, types_.list(of_item));
  }

  Typed step(NodeIndex at, bool whole) {
    const NodeIndex left_node = tree_.child(at, 0);
    const Typed left = node(left_node, whole);
    return stepped(left, {tree_[at].begin, tree_[left_node].end}, tree_.child(at, 1), whole);
  }

  // `right` is a name, or a name with predicates: `a.b[0]` is `a.(b[0])`. `before` is what stands left of it.
  Typed stepped(const Typed& left, Span before, NodeIndex right, bool whole) {
    if (tree_[right].kind == NodeKind::filter) {
      const NodeIndex name = tree_.child(right, 0);
      const Typed inner = stepped(left, before, name, whole);
      return filtered(inner, {before.begin, tree_[name].end}, right, whole);
    }
    const std::string_view name = step_name(right);
    if (name.empty()) return anything;
    const Found found = step_into(left.type, name);
    if (found.existence == Existence::missing) {
      const uint32_t end = tree_[right].token_end;
      typing_.miss({&expression_,
                    nullptr,
                    {before.begin, end},
                    {tree_[right].begin, end},
                    name,
                    before.end,
                    left.type,
                    whole});
      return {Existence::maybe, found.type};
    }
    typing_.note_input(expression_, {before.begin, tree_[right].end}, found.type, whole);
    const bool there = left.existence == Existence::present && found.existence == Existence::present;
    const Type type = tree_[right].keep_array && types_.kinds(found.type) != intrinsic::array
                          ? types_.unknown(intrinsic::array)
                          : found.type;
    return {there ? Existence::present : Existence::maybe, type};
  }

  std::string_view step_name(NodeIndex right) const {
    if (tree_[right].kind == NodeKind::name) return tree_.name(right);
    if (tree_[right].kind != NodeKind::string) return {};
    const std::string_view token = tree_.token(right);
    return token.find('\\') == std::string_view::npos && token.size() > 2 ? token.substr(1, token.size() - 2)
                                                                          : std::string_view();
  }

  Typed filter(NodeIndex at, bool whole) {
    const NodeIndex left_node = tree_.child(at, 0);
    const Typed left = node(left_node, whole);
    return filtered(left, {tree_[left_node].begin, tree_[left_node].end}, at, whole);
  }

  Typed filtered(const Typed& left, Span before, NodeIndex at, bool whole) {
    const auto index = jsonata::constant_number(tree_, tree_.child(at, 1));
    if (!index) return {Existence::maybe, selected(left.type)};
    if (types_.input_path(left.type)) return {Existence::maybe, left.type};
    return indexed(left, before, at, static_cast<int64_t>(*index), whole);
  }

  // One of the items, or a list of several.
  Type selected(Type from) {
    if (!types_.can_be(from, intrinsic::array) || types_.input_path(from)) return from;
    const Type some = mapped_type(types_.each(types_.narrowed(from, intrinsic::array)));
    const Kinds others = static_cast<Kinds>(types_.kinds(from) & ~intrinsic::array);
    return others == 0 ? some : types_.join(some, types_.narrowed(from, others));
  }

  // What is no array counts as a list of itself.
  Typed indexed(const Typed& left, Span before, NodeIndex at, int64_t index, bool whole) {
    const Kinds kinds = types_.kinds(left.type);
    if ((kinds & intrinsic::array) == 0) return index == 0 || index == -1 ? left : anything;
    const Found found = types_.item(types_.narrowed(left.type, intrinsic::array), index);
    if (kinds == intrinsic::array && found.existence == Existence::missing) {
      typing_.miss({&expression_,
                    nullptr,
                    {before.begin, tree_[at].end},
                    {before.end, tree_[at].end},
                    {},
                    before.end,
                    left.type,
                    whole});
      return anything;
    }
    if (kinds == intrinsic::array)
      return {left.existence == Existence::present ? found.existence : Existence::maybe, found.type};
    const Type other = types_.narrowed(left.type, static_cast<Kinds>(kinds & ~intrinsic::array));
    return {Existence::maybe, types_.join(found.type, other)};
  }

  Typed binary(NodeIndex at) {
    const Symbol op = tree_[at].op;
    if (is_arithmetic(op)) return arithmetic(at);
    const bool whole_parts = op == Symbol::ampersand;
    for (const NodeIndex child : tree_.children(at)) whole_parts ? visit(child) : visit_quietly(child);
    const bool always = op != Symbol::less && op != Symbol::less_equal && op != Symbol::greater &&
                        op != Symbol::greater_equal;
    return {always ? Existence::present : Existence::maybe,
            types_.unknown(whole_parts ? intrinsic::string : intrinsic::boolean)};
  }

  // Arithmetic with anything but numbers is an error, with nothing it gives nothing.
  Typed arithmetic(NodeIndex at) {
    bool all = true;
    for (const NodeIndex child : tree_.children(at)) {
      const Typed operand = visit(child);
      all = all && operand.existence == Existence::present;
      if (!types_.can_be(operand.type, intrinsic::number) && typing_.recording && typing_.quiet == 0)
        typing_.facts.wrong_operands.push_back(
            {&expression_, {tree_[child].begin, tree_[child].end}, operand.type, tree_.token(at)});
    }
    return {all ? Existence::present : Existence::maybe, types_.unknown(intrinsic::number)};
  }

  // An array in the constructor is flattened, unless it is a constructor itself.
  Typed array(NodeIndex at) {
    std::vector<Type> items;
    bool fixed = true;
    for (const NodeIndex child : tree_.children(at)) {
      const Typed item = visit(child);
      const bool nested = tree_[child].kind == NodeKind::array;
      fixed = fixed && item.existence == Existence::present &&
              (nested || !types_.can_be(item.type, intrinsic::array));
      items.push_back(tree_[child].kind == NodeKind::range ? Type() : item.type);
    }
    if (fixed) return {Existence::present, types_.array(std::move(items), made_here())};
    Type each = items.front();
    for (const Type item : items)
      each = types_.join(each, types_.can_be(item, intrinsic::array) ? Type() : item);
    return {Existence::present, types_.list(types_.can_be(each, intrinsic::array) ? Type() : each)};
  }

  Typed object(NodeIndex at) {
    std::vector<Member> members;
    bool open = false;
    const auto children = tree_.children(at);
    for (size_t i = 0; i + 1 < children.size(); i += 2) {
      const Typed value = visit(children[i + 1]);
      const std::string_view name = step_name(children[i]);
      if (tree_[children[i]].kind != NodeKind::string || name.empty()) open = true;
      else members.push_back({name, value.type, value.existence});
    }
    return {Existence::present,
            types_.object(std::move(members), open ? std::optional(Type()) : std::nullopt, made_here())};
  }

  Provenance made_here() const { return {Origin::definition, expression_.value.id()}; }

  Typed block(NodeIndex at, bool whole) {
    const size_t before = locals_.size();
    Typed last = anything;
    const auto parts = tree_.children(at);
    for (size_t i = 0; i < parts.size(); ++i) last = node(parts[i], whole && i + 1 == parts.size());
    locals_.resize(before);
    return last;
  }

  Typed bind(NodeIndex at, bool whole) {
    const Typed value = node(tree_.child(at, 1), whole);
    locals_.push_back({tree_.name(tree_.child(at, 0)), value});
    return value;
  }

  Typed condition(NodeIndex at) {
    visit_quietly(tree_.child(at, 0));
    const Typed then = visit_quietly(tree_.child(at, 1));
    if (tree_[at].count < 3) return {Existence::maybe, then.type};
    const Typed otherwise = visit_quietly(tree_.child(at, 2));
    return {then.existence == otherwise.existence ? then.existence : Existence::maybe,
            types_.join(then.type, otherwise.type)};
  }

  // Of a function of lists or of any value an argument may well be absent; one of text and numbers gives
  // nothing without it.
  static bool needs_arguments(std::string_view name) {
    constexpr std::string_view others[] = {"count", "sum", "max", "min", "average", "type", "join"};
    const jsonata::Function* known = jsonata::find_function(name);
    const bool of_scalars =
        known && (known->result == jsonata::ValueKind::string || known->result == jsonata::ValueKind::number);
    return of_scalars && std::find(std::begin(others), std::end(others), name) == std::end(others);
  }

  Typed call(NodeIndex at) {
    const NodeIndex function = tree_.child(at, 0);
    const auto children = tree_.children(at);
    const bool needed = tree_[function].kind == NodeKind::variable && needs_arguments(tree_.name(function));
    for (size_t i = 1; i < children.size(); ++i) needed ? visit(children[i]) : visit_quietly(children[i]);
    if (tree_[function].kind != NodeKind::variable) return anything;
    return called(tree_.name(function));
  }

  Typed called(std::string_view name) {
    for (const Local& local : locals_)
      if (local.name == name) return anything;
    const jsonata::Function* known = jsonata::find_function(name);
    if (!known || expression_.construct.scope->machine->variables().assigned_anywhere(name)) return anything;
    return {Existence::maybe, types_.unknown(kinds_of_value(known->result))};
  }

  Typed apply(NodeIndex at) {
    visit_quietly(tree_.child(at, 0));
    const NodeIndex right = tree_.child(at, 1);
    if (tree_[right].kind == NodeKind::call) return call(right);
    return tree_[right].kind == NodeKind::variable ? called(tree_.name(right)) : anything;
  }

  Typing& typing_;
  Types& types_;
  const Expression& expression_;
  const Tree& tree_;
  const Roots& roots_;
  std::vector<Local> locals_;
};

}  // namespace

Typed jsonata_type(Typing& typing, const Expression& expression, const Roots& roots) {
  return JsonataTyping(typing, expression, roots).run();
}

}  // namespace sfn::asl::types
