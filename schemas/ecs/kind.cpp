#include "schemas/ecs/kind.h"

#include <algorithm>

#include "lint/asl/context_object.h"
#include "lint/asl/jsonata/parse.h"

namespace sfn::schemas::ecs {

namespace {

namespace intrinsic = asl::intrinsic;
namespace jsonata = asl::jsonata;

constexpr asl::intrinsic::Kinds any = intrinsic::any;

asl::intrinsic::Kinds of_context(const std::vector<std::string_view>& names) {
  using asl::context_object::Type;
  const auto reading = asl::context_object::read(names);
  if (names.empty()) return intrinsic::object;
  if (!reading.field || reading.unknown) return any;
  switch (reading.field->type) {
    case Type::object:
      return intrinsic::object;
    case Type::text:
    case Type::timestamp:
      return intrinsic::string;
    case Type::number:
      return intrinsic::number;
    case Type::any:
      break;
  }
  return any;
}

asl::intrinsic::Kinds of_path(std::string_view text) {
  const auto parsed = asl::path::parse(text);
  if (!parsed || parsed.path.root != asl::path::Root::context) return any;
  const auto names = asl::path::leading_members(parsed.path);
  return names.size() == parsed.path.steps.size() ? of_context(names) : any;
}

asl::intrinsic::Kinds of_jsonpath(std::string_view text) {
  if (asl::path::begins_as_path(text)) return of_path(text);
  const auto parsed = intrinsic::parse(text);
  return parsed ? intrinsic::result_kinds(*parsed.call) : any;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Functions that give one kind of value whatever they are given, if they give any.
asl::intrinsic::Kinds of_function(std::string_view name) {
  if (is_one_of(name, {"string", "uuid", "hash", "join", "uppercase", "lowercase", "trim", "substring",
                       "base64encode", "base64decode", "now", "formatNumber", "replace", "type"}))
    return intrinsic::string;
  if (is_one_of(name, {"number", "count", "sum", "length", "max", "min", "average", "abs", "floor", "ceil",
                       "round", "power", "sqrt", "random", "millis", "toMillis"}))
    return intrinsic::number;
  return is_one_of(name, {"boolean", "not", "exists", "contains"}) ? intrinsic::boolean : any;
}

asl::intrinsic::Kinds of_operator(jsonata::Symbol op) {
  using jsonata::Symbol;
  switch (op) {
    case Symbol::ampersand:
      return intrinsic::string;
    case Symbol::plus:
    case Symbol::minus:
    case Symbol::star:
    case Symbol::slash:
    case Symbol::percent:
      return intrinsic::number;
    default:
      return intrinsic::boolean;
  }
}

// `$states.context.Execution.Id`: the names behind `$states.context`; absent for anything else.
std::optional<std::vector<std::string_view>> context_names(const jsonata::Tree& tree,
                                                           jsonata::NodeIndex node) {
  std::vector<std::string_view> names;
  while (tree[node].kind == jsonata::NodeKind::step && !tree[node].keep_array) {
    const jsonata::NodeIndex right = tree.child(node, 1);
    if (tree[right].kind != jsonata::NodeKind::name || tree[right].keep_array) return std::nullopt;
    names.insert(names.begin(), tree.name(right));
    node = tree.child(node, 0);
  }
  if (tree[node].kind != jsonata::NodeKind::variable || tree.name(node) != "states") return std::nullopt;
  if (names.empty() || names.front() != "context") return std::nullopt;
  names.erase(names.begin());
  return names;
}

asl::intrinsic::Kinds of_node(const jsonata::Tree& tree, jsonata::NodeIndex node) {
  using jsonata::NodeKind;
  if (tree[node].keep_array) return intrinsic::array;
  switch (tree[node].kind) {
    case NodeKind::string:
      return intrinsic::string;
    case NodeKind::number:
    case NodeKind::negate:
      return intrinsic::number;
    case NodeKind::literal:
      return tree.token(node) == "null" ? intrinsic::null : intrinsic::boolean;
    case NodeKind::array:
      return intrinsic::array;
    case NodeKind::object:
      return intrinsic::object;
    case NodeKind::binary:
      return of_operator(tree[node].op);
    case NodeKind::block:
      return tree[node].count == 1 ? of_node(tree, tree.child(node, 0)) : any;
    case NodeKind::call: {
      const jsonata::NodeIndex function = tree.child(node, 0);
      return tree[function].kind == NodeKind::variable ? of_function(tree.name(function)) : any;
    }
    case NodeKind::step: {
      const auto names = context_names(tree, node);
      return names ? of_context(*names) : any;
    }
    default:
      return any;
  }
}

asl::intrinsic::Kinds of_jsonata(std::string_view text) {
  jsonata::Tree tree;
  if (jsonata::parse(text.substr(2, text.size() - 4), tree) || tree.root() == jsonata::no_node) return any;
  return of_node(tree, tree.root());
}

}  // namespace

asl::intrinsic::Kinds kinds(const RunTask& task, const asl::Parameter& parameter) {
  if (!parameter.dynamic || !parameter.value.is_string() || parameter.value.templated()) return any;
  const std::string_view text = parameter.value.text();
  return task.jsonata() ? of_jsonata(text) : of_jsonpath(text);
}

}  // namespace sfn::schemas::ecs
