#include "lint/asl/types/type.h"

#include <algorithm>

#include "lint/asl/types/hash.h"
#include "lint/asl/types/members.h"

namespace sfn::asl::types {

Kinds kinds_of(Value node) {
  switch (node.kind()) {
    case Kind::null:
      return intrinsic::null;
    case Kind::boolean:
      return intrinsic::boolean;
    case Kind::number:
      return intrinsic::number;
    case Kind::string:
      return node.templated() ? intrinsic::any : intrinsic::string;
    case Kind::object:
      return intrinsic::object;
    case Kind::array:
      return intrinsic::array;
    case Kind::opaque:
    case Kind::absent:
      break;
  }
  return intrinsic::any;
}

bool Types::Node::same(const Node& other) const {
  return kinds == other.kinds && form == other.form && has_object == other.has_object &&
         has_rest == other.has_rest && has_array == other.has_array && fixed == other.fixed &&
         provenance == other.provenance && value == other.value && reference == other.reference &&
         rest == other.rest && members == other.members && items == other.items;
}

size_t Types::Node::hash() const {
  Hash hash;
  hash.add(kinds, static_cast<size_t>(form), has_object, has_rest, has_array, fixed, provenance.maker,
           static_cast<size_t>(provenance.origin), value.id(), reference, rest.id());
  for (const Member& member : members)
    hash.add(member.name, member.type.id(), static_cast<size_t>(member.existence));
  for (const Type item : items) hash.add(item.id());
  return hash.value();
}

Types::Types(const ResultTypes* results, Work& work) : results_(results), work_(work) {
  nodes_.emplace_back();  // anything at all
  input_steps_.push_back({});
  input_depth_.push_back(1);
}

Type Types::intern(Node node) {
  if (node.form == Form::unknown) {
    if (node.kinds == intrinsic::any) return {};
    Node plain;
    plain.kinds = node.kinds;
    plain.provenance = node.provenance;
    node = std::move(plain);
  }
  const size_t hash = node.hash();
  const auto [first, last] = interned_.equal_range(hash);
  for (auto at = first; at != last; ++at)
    if (nodes_[at->second].same(node)) return Type(at->second);
  const auto id = static_cast<uint32_t>(nodes_.size());
  nodes_.push_back(std::move(node));
  interned_.emplace(hash, id);
  return Type(id);
}

Type Types::unknown(Kinds kinds, Origin origin) {
  Node made;
  made.kinds = kinds;
  made.provenance.origin = origin;
  return intern(std::move(made));
}

Type Types::literal(Value value, Origin origin) {
  const Kinds kinds = kinds_of(value);
  if (kinds == intrinsic::any) return {};
  Node made;
  made.kinds = kinds;
  made.form = Form::literal;
  made.value = value;
  made.provenance = {origin, origin == Origin::definition ? value.id() : no_node};
  return intern(std::move(made));
}

Type Types::result(ResultId id, NodeId maker) {
  if (id == unknown_result || !results_) return {};
  Node made;
  made.kinds = results_->kinds(id);
  if (made.kinds == intrinsic::any) return {};
  made.provenance = {Origin::api, maker};
  if ((made.kinds & (intrinsic::object | intrinsic::array)) != 0) made.form = Form::result;
  made.reference = id;
  return intern(std::move(made));
}

Type Types::input_step(uint32_t step) {
  Node made;
  made.form = Form::input;
  made.reference = step;
  return intern(std::move(made));
}

Type Types::input_below(uint32_t parent, std::string_view name) {
  if (input_depth_[parent] >= deepest) return {};
  Hash hash;
  hash.add(parent, name);
  auto& siblings = input_children_[hash.value()];
  for (const uint32_t step : siblings)
    if (input_steps_[step].parent == parent && input_steps_[step].name == name) return input_step(step);
  const auto step = static_cast<uint32_t>(input_steps_.size());
  input_steps_.push_back({parent, name});
  input_depth_.push_back(static_cast<uint8_t>(input_depth_[parent] + 1));
  siblings.push_back(step);
  return input_step(step);
}

Value Types::literal(Type type) const {
  return node(type).form == Form::literal ? node(type).value : Value();
}

std::optional<ResultId> Types::result(Type type) const {
  const Node& at = node(type);
  if (at.form == Form::result) return at.reference;
  return at.form == Form::built && at.has_rest && at.rest.id_ != 0 ? result(at.rest) : std::nullopt;
}

std::optional<uint32_t> Types::input_path(Type type) const {
  const Node& at = node(type);
  return at.form == Form::input ? std::optional(at.reference) : std::nullopt;
}

std::optional<Type> Types::others(Type type) const {
  return node(type).has_rest ? std::optional(node(type).rest) : std::nullopt;
}

Provenance Types::provenance(Type type) const {
  const Node& at = node(type);
  Provenance found = at.provenance;
  if (at.form == Form::built && at.has_rest) {
    const Provenance rest = provenance(at.rest);
    if (rest.origin > found.origin) found = rest;
  }
  return found;
}

// What is known of a value whose objects and arrays are followed no deeper.
Type Types::shallow(Type type, uint32_t levels) {
  return node(type).form == Form::built && node(type).depth >= levels
             ? unknown(kinds(type), provenance(type).origin)
             : type;
}

void Types::set_object(ObjectParts parts, Node& into) {
  const bool open = parts.rest && *parts.rest == Type();
  if (open)
    std::erase_if(parts.members, [](const Member& member) {
      return member.existence == Existence::maybe && member.type == Type();
    });
  if ((open && parts.members.empty()) || parts.members.size() > most_members) return;
  for (Member& member : parts.members) {
    member.type = shallow(member.type, deepest);
    if (node(member.type).form == Form::built)
      into.depth = std::max(into.depth, static_cast<uint8_t>(node(member.type).depth + 1));
  }
  into.form = Form::built;
  into.has_object = true;
  into.has_rest = parts.rest.has_value();
  into.rest = parts.rest.value_or(Type());
  into.members = std::move(parts.members);
  into.provenance = parts.provenance;
}

void Types::set_items(std::vector<Type> items, bool fixed, Node& into) {
  if (!fixed && items.front() == Type()) return;
  for (Type& item : items) {
    item = shallow(item, deepest);
    if (node(item).form == Form::built)
      into.depth = std::max(into.depth, static_cast<uint8_t>(node(item).depth + 1));
  }
  into.form = Form::built;
  into.has_array = true;
  into.fixed = fixed;
  into.items = std::move(items);
}

Type Types::object(std::vector<Member> members, std::optional<Type> rest, Provenance provenance) {
  sort_members(members);
  Node made;
  made.kinds = intrinsic::object;
  set_object({std::move(members), rest, provenance}, made);
  return intern(std::move(made));
}

Type Types::array(std::vector<Type> items, Provenance provenance) {
  if (items.size() > most_members) return unknown(intrinsic::array);
  Node made;
  made.kinds = intrinsic::array;
  set_items(std::move(items), true, made);
  made.provenance = provenance;
  return intern(std::move(made));
}

Type Types::list(Type each) {
  Node made;
  made.kinds = intrinsic::array;
  set_items({each}, false, made);
  return intern(std::move(made));
}

}  // namespace sfn::asl::types
