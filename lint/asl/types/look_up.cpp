// What is in a value: members, items, names.
#include "lint/asl/types/members.h"

namespace sfn::asl::types {

namespace {

constexpr size_t most_names = 512;

Existence at_most_maybe(Existence existence) {
  return existence == Existence::present ? Existence::maybe : existence;
}

}  // namespace

Found Types::member(Type type, std::string_view name) {
  const Node& at = node(type);
  if ((at.kinds & intrinsic::object) == 0) return {Existence::missing, {}};
  Found found;
  switch (at.form) {
    case Form::unknown:
      return {};
    case Form::literal:
      return literal_member(at.value, name, at.provenance.origin);
    case Form::input:
      return {Existence::maybe, input_below(at.reference, name)};
    case Form::result:
      found = result_member(at, name);
      break;
    case Form::built:
      found = built_member(at, name);
      break;
  }
  // What is no object has no members, so only what is certain changes.
  if (at.kinds != intrinsic::object) found.existence = at_most_maybe(found.existence);
  return found;
}

Found Types::literal_member(Value object, std::string_view name, Origin origin) {
  if (!work_.spend(1)) return {};
  if (const Value member = object[name]) return {Existence::present, literal(member, origin)};
  return {object.open() ? Existence::maybe : Existence::missing, {}};
}

Found Types::result_member(const Node& at, std::string_view name) {
  const ResultTypes::Member member = results_->member(at.reference, name);
  return {member.existence, result(member.id, at.provenance.maker)};
}

Found Types::built_member(const Node& at, std::string_view name) {
  if (!at.has_object || !work_.spend(1)) return {};
  const auto found = place_of(at.members.begin(), at.members.end(), name);
  if (found != at.members.end() && found->name == name) return {found->existence, found->type};
  return at.has_rest ? member(at.rest, name) : Found{Existence::missing, {}};
}

Found Types::item(Type type, int64_t index) {
  const Node& at = node(type);
  if ((at.kinds & intrinsic::array) == 0) return {Existence::missing, {}};
  if (index < 0) return {};
  if (at.form == Form::literal) return literal_item(at.value, index, at.provenance.origin);
  if (at.form != Form::built || !at.has_array || !at.fixed) return {Existence::maybe, each(type)};
  if (static_cast<uint64_t>(index) >= at.items.size()) return {Existence::missing, {}};
  return {at.kinds == intrinsic::array ? Existence::present : Existence::maybe,
          at.items[static_cast<size_t>(index)]};
}

// A placeholder among the items may stand for several of them, or for none.
Found Types::literal_item(Value array, int64_t index, Origin origin) {
  for (Value item : array) {
    if (item.is_opaque() || !work_.spend(1)) return {};
    if (index-- == 0) return {Existence::present, literal(item, origin)};
  }
  return {Existence::missing, {}};
}

Type Types::each(Type type) {
  const Node& at = node(type);
  if (at.form == Form::input) return input_below(at.reference, {});
  if (at.form == Form::result) return result(results_->item(at.reference), at.provenance.maker);
  if (at.form == Form::built && at.has_array && !at.fixed) return at.items.front();
  const auto all = items(type);
  if (!all || all->empty()) return {};
  Type joined = all->front();
  for (const Type item : *all) joined = join(joined, item);
  return joined;
}

std::optional<std::vector<Type>> Types::items(Type type) {
  const Node& at = node(type);
  if (at.kinds != intrinsic::array) return std::nullopt;
  if (at.form == Form::built && at.fixed) return at.items;
  if (at.form != Form::literal) return std::nullopt;
  std::vector<Type> items;
  const Origin origin = at.provenance.origin;
  for (Value item : at.value) {
    if (item.is_opaque() || items.size() == 1000 || !work_.spend(1)) return std::nullopt;
    items.push_back(literal(item, origin));
  }
  return items;
}

std::vector<std::string_view> Types::names(Type type) {
  std::vector<std::string_view> names;
  const Node& at = node(type);
  for (Value member : at.form == Form::literal && at.kinds == intrinsic::object ? at.value : Value()) {
    if (names.size() == most_names) break;
    names.push_back(member.name());
  }
  if (at.form == Form::result) return results_->names(at.reference);
  for (const Member& member : at.members)
    if (member.existence != Existence::missing) names.push_back(member.name);
  if (at.has_rest)
    for (const std::string_view name : this->names(at.rest)) names.push_back(name);
  return names;
}

}  // namespace sfn::asl::types
