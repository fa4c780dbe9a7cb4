// What holds of two values, and of a value that is changed.
#include <algorithm>

#include "lint/asl/types/members.h"

namespace sfn::asl::types {

namespace {

constexpr size_t longest_path = 64;

bool equal_scalars(Value a, Value b) {
  return a && b && a.kind() == b.kind() && !a.is_object() && !a.is_array() && a.text() == b.text();
}

Existence both(Existence a, Existence b) { return a == b ? a : Existence::maybe; }

Provenance joined(const Provenance& a, const Provenance& b) {
  return {std::max(a.origin, b.origin), a.maker == b.maker ? a.maker : no_node};
}

}  // namespace

// `expand` lists the members of a node one by one; else they are the rest.
std::optional<Types::ObjectParts> Types::object_parts(Type type, bool expand) {
  const Node& at = node(type);
  if (at.form == Form::unknown) return std::nullopt;
  if (at.form == Form::built) {
    if (!at.has_object) return std::nullopt;
    ObjectParts parts{at.members, at.has_rest ? std::optional(at.rest) : std::nullopt, at.provenance};
    if (!expand || !at.has_rest || node(at.rest).form != Form::literal) return parts;
    const Node& rest = node(at.rest);
    parts.rest.reset();
    return add_literal_members(rest.value, rest.provenance.origin, parts) ? std::optional(parts)
                                                                          : std::nullopt;
  }
  ObjectParts parts{{}, narrowed(type, intrinsic::object), at.provenance};
  if (at.form != Form::literal || !expand) return parts;
  parts.rest.reset();
  return add_literal_members(at.value, at.provenance.origin, parts) ? std::optional(parts) : std::nullopt;
}

bool Types::add_literal_members(Value object, Origin origin, ObjectParts& parts) {
  if (object.open()) parts.rest = Type();
  const size_t own = parts.members.size();
  for (Value member : object) {
    if (parts.members.size() > 2 * most_members || !work_.spend(1)) return false;
    const auto end = parts.members.begin() + static_cast<std::ptrdiff_t>(own);
    const auto before = place_of(parts.members.begin(), end, member.name());
    if (before == end || before->name != member.name())
      parts.members.push_back({member.name(), literal(member, origin), Existence::present});
  }
  sort_members(parts.members);
  return true;
}

Type Types::join(Type a, Type b, uint32_t levels) {
  if (a == b || equal_scalars(literal(a), literal(b))) return a;
  if (a == Type() || b == Type()) return {};
  const Kinds all = kinds(a) | kinds(b);
  const Origin origin = std::max(provenance(a).origin, provenance(b).origin);
  if (levels == 0 || !work_.spend(1)) return unknown(all, origin);
  if (input_path(a) && input_path(a) == input_path(b)) return narrowed(input_step(*input_path(a)), all);
  const uint64_t key = uint64_t{std::min(a.id_, b.id_)} << 32 | std::max(a.id_, b.id_);
  if (levels == deepest)
    if (const auto known = joined_.find(key); known != joined_.end()) return known->second;
  Node made;
  made.kinds = all;
  made.provenance.origin = origin;
  if (auto parts = joined_objects(a, b, levels - 1)) set_object(std::move(*parts), made);
  join_arrays(a, b, levels - 1, made);
  const Type type = intern(std::move(made));
  if (levels == deepest) joined_.emplace(key, type);
  return type;
}

std::optional<Types::ObjectParts> Types::joined_objects(Type a, Type b, uint32_t levels) {
  if (!can_be(a, intrinsic::object))
    return can_be(b, intrinsic::object) ? object_parts(b, false) : std::nullopt;
  if (!can_be(b, intrinsic::object)) return object_parts(a, false);
  auto left = object_parts(a, false), right = object_parts(b, false);
  if (!left || !right) return std::nullopt;
  if (left->rest != right->rest) {
    left = object_parts(a, true), right = object_parts(b, true);
    if (!left || !right) return std::nullopt;
  }
  if (!work_.spend(left->members.size() + right->members.size())) return std::nullopt;
  ObjectParts made{{}, left->rest, joined(left->provenance, right->provenance)};
  // Members of a rest are never certain, so an object without a rest changes nothing in that of the other.
  if (!left->rest) made.rest = right->rest;
  else if (right->rest && *left->rest != *right->rest) made.rest = Type();
  auto from_a = left->members.begin(), from_b = right->members.begin();
  while (from_a != left->members.end() || from_b != right->members.end()) {
    const bool in_a =
        from_b == right->members.end() || (from_a != left->members.end() && from_a->name <= from_b->name);
    const std::string_view name = in_a ? from_a->name : from_b->name;
    if (from_a != left->members.end() && from_a->name == name) ++from_a;
    if (from_b != right->members.end() && from_b->name == name) ++from_b;
    const Member member = joined_member(a, b, name, levels);
    if (member.existence != Existence::missing || made.rest) made.members.push_back(member);
  }
  return made;
}

Member Types::joined_member(Type a, Type b, std::string_view name, uint32_t levels) {
  const Found in_a = member(narrowed(a, intrinsic::object), name),
              in_b = member(narrowed(b, intrinsic::object), name);
  const Existence existence = both(in_a.existence, in_b.existence);
  if (in_a.existence == Existence::missing) return {name, in_b.type, existence};
  if (in_b.existence == Existence::missing) return {name, in_a.type, existence};
  return {name, join(in_a.type, in_b.type, levels), existence};
}

void Types::join_arrays(Type a, Type b, uint32_t levels, Node& into) {
  const bool in_a = can_be(a, intrinsic::array), in_b = can_be(b, intrinsic::array);
  if (!in_a && !in_b) return;
  if (!in_a || !in_b) {
    const Type one = narrowed(in_a ? a : b, intrinsic::array);
    // That it may also be an array, of which nothing is known, tells nothing.
    if (input_path(one)) return;
    if (auto all = items(one); all && all->size() <= most_members) set_items(std::move(*all), true, into);
    else set_items({each(one)}, false, into);
    return;
  }
  auto left = items(narrowed(a, intrinsic::array)), right = items(narrowed(b, intrinsic::array));
  if (!left || !right || left->size() != right->size() || left->size() > most_members) {
    const bool empty = (left && left->empty()) || (right && right->empty());
    const Type each_of = empty ? each(left && left->empty() ? b : a) : join(each(a), each(b), levels);
    return set_items({each_of}, false, into);
  }
  for (size_t i = 0; i < left->size(); ++i) (*left)[i] = join((*left)[i], (*right)[i], levels);
  set_items(std::move(*left), true, into);
}

Type Types::narrowed(Type type, Kinds wanted) {
  const Node& at = node(type);
  const Kinds kinds = at.kinds & wanted;
  if (kinds == at.kinds) return type;
  if (kinds == 0) return {};
  Node made = at;
  made.kinds = kinds;
  if (made.form == Form::result && (kinds & (intrinsic::object | intrinsic::array)) == 0)
    made.form = Form::unknown;
  if (made.form == Form::built) {
    if ((kinds & intrinsic::object) == 0)
      made.has_object = made.has_rest = false, made.members.clear(), made.rest = {};
    if ((kinds & intrinsic::array) == 0) made.has_array = made.fixed = false, made.items.clear();
    if (!made.has_object && !made.has_array) made.form = Form::unknown;
  }
  return intern(std::move(made));
}

Type Types::with(Type data, std::span<const std::string_view> path, Type value) {
  if (path.empty()) return value;
  if (path.size() > longest_path || !can_be(data, intrinsic::object)) return {};
  const Type object = narrowed(data, intrinsic::object);
  if (path.size() > 1) {
    const Found there = member(object, path.front());
    const Type holder =
        there.existence == Existence::missing ? this->object({}, std::nullopt, {}) : there.type;
    value = with(holder, path.subspan(1), value);
  }
  auto parts = object_parts(object, false);
  if (!parts) parts = ObjectParts{{}, Type(), {}};
  const auto at = place_of(parts->members.begin(), parts->members.end(), path.front());
  if (at != parts->members.end() && at->name == path.front()) *at = {path.front(), value, Existence::present};
  else parts->members.insert(at, {path.front(), value, Existence::present});
  Node made;
  made.kinds = intrinsic::object;
  set_object(std::move(*parts), made);
  return intern(std::move(made));
}

Type Types::with_existence(Type data, std::span<const std::string_view> path, bool exists) {
  if (path.empty() || path.size() > longest_path) return data;
  const Found there = member(data, path.front());
  if (path.size() > 1) {
    if (there.existence == Existence::missing) return data;
    // Where the whole path exists, so does all on the way to it.
    if (!exists && there.existence != Existence::present) return data;
    const Type inner = with_existence(there.type, path.subspan(1), exists);
    return exists || inner != there.type ? with(data, path.first(1), inner) : data;
  }
  if (!can_be(data, intrinsic::object)) return data;
  if (exists) return there.existence == Existence::maybe ? with(data, path, there.type) : data;
  if (there.existence != Existence::maybe) return data;
  auto parts = object_parts(data, false);
  if (!parts) parts = ObjectParts{{}, Type(), {}};
  std::erase_if(parts->members, [&](const Member& member) { return member.name == path.front(); });
  if (parts->rest) {
    const auto at = place_of(parts->members.begin(), parts->members.end(), path.front());
    parts->members.insert(at, {path.front(), {}, Existence::missing});
  }
  Node made;
  made.kinds = kinds(data);  // what is no object has no such member either
  set_object(std::move(*parts), made);
  return intern(std::move(made));
}

}  // namespace sfn::asl::types
