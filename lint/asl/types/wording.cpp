#include "lint/asl/types/wording.h"

#include <fmt/core.h>

#include <unordered_map>

#include "lint/nearest.h"
#include "lint/wording.h"

namespace sfn::asl::types {

namespace {

std::string_view text_of(const Missing& missing, uint32_t end) {
  const Expression& expression = *missing.expression;
  return expression.value.text().substr(expression.offset + missing.span.begin, end - missing.span.begin);
}

// "`a`, `b` and 3 more".
std::string listed(const std::vector<std::string_view>& names) {
  constexpr size_t most = 4;
  std::string text;
  for (size_t i = 0; i < names.size() && i < most; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += fmt::format("`{}`", names[i]);
  }
  if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
  return text;
}

class StatesByNode {
 public:
  explicit StatesByNode(const Machine& machine) {
    for (const State& state : machine.states()) states_.emplace(state.value.id(), &state);
  }
  const State* around(Value value) const {
    for (; value; value = value.parent())
      if (const auto found = states_.find(value.id()); found != states_.end()) return found->second;
    return nullptr;
  }

 private:
  std::unordered_map<NodeId, const State*> states_;
};

std::string members_of(Types& types, Type type) {
  const auto names = types.names(type);
  return names.empty() ? "no members" : "only " + listed(names);
}

}  // namespace

std::string_view written(const Missing& missing) { return text_of(missing, missing.span.end); }
std::string_view written_holder(const Missing& missing) { return text_of(missing, missing.holder_end); }

std::string describe(const Types& types, Type type) { return intrinsic::describe(types.kinds(type)); }

std::string_view other_case(Types& types, const Missing& missing) {
  for (const std::string_view name : types.names(missing.holder))
    if (equal_without_case(name, missing.name)) return name;
  return {};
}

std::string reason(Types& types, const Missing& missing) {
  const bool member = !missing.name.empty();
  const Kinds kinds = types.kinds(missing.holder);
  if (member && (kinds & (intrinsic::object | intrinsic::array)) != 0) {
    const std::vector<std::string_view> names = types.names(missing.holder);
    return wording::did_you_mean(nearest(missing.name, names));
  }
  const auto items = types.items(missing.holder);
  if (!member && items)
    return fmt::format(": `{}` has {}", written_holder(missing), wording::count(items->size(), "item"));
  if (!member && (kinds & intrinsic::array) != 0) return "";
  return fmt::format(": `{}` is {}", written_holder(missing), describe(types, missing.holder));
}

const State* maker(const Machine& machine, const Types& types, Type type) {
  const NodeId node = types.provenance(type).maker;
  return node == no_node ? nullptr : machine.derive<StatesByNode>().around(machine.document().at(node));
}

void note_maker(const Machine& machine, Types& types, Type type, Diagnostic& found) {
  const NodeId node = types.provenance(type).maker;
  if (node == no_node) return;
  const Value value = machine.document().at(node);
  switch (types.provenance(type).origin) {
    case Origin::definition:
    case Origin::sample:
      if (types.can_be(type, intrinsic::object) && types.known(type))
        found.note(fmt::format("the value is made here and has {}", members_of(types, type)), value.label());
      else found.note("the value is made here", value.label());
      return;
    case Origin::error_output:
      found.note("a catcher of this state hands on `Error` and `Cause`, which are text", value.label());
      return;
    case Origin::writer:
      found.note("with a ResultWriter the results are in S3, and the Map returns where", value.label());
      return;
    case Origin::api:
      found.note("this state returns it", value.label());
  }
}

}  // namespace sfn::asl::types
