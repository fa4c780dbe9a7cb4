#include "lint/asl/dataflow/datum.h"

#include <algorithm>

namespace sfn::asl::dataflow {

namespace {

// Values that loops wrap again and again are followed so far.
constexpr uint32_t deepest = 32;
constexpr size_t longest_path = 64;

Found in_node(Value object, std::string_view name, Work& work) {
  if (work.spent()) return {};
  Value last;
  uint64_t count = 1;
  for (Value member : object) {
    ++count;
    if (member.name() == name) last = member;
  }
  if (!work.spend(count)) return {};
  if (last) return {Existence::present, Datum(last)};
  return {object.open() ? Existence::maybe : Existence::missing};
}

// A placeholder among the items may stand for several of them, or for none.
Found at_index(Value array, int64_t index, Work& work) {
  for (Value item : array) {
    if (item.is_opaque() || !work.spend(1)) return {};
    if (index-- == 0) return {Existence::present, Datum(item)};
  }
  return {Existence::missing};
}

bool equal_scalars(Value a, Value b) {
  return a && b && a.kind() == b.kind() && !a.is_object() && !a.is_array() && a.text() == b.text();
}

}  // namespace

struct Datum::Built {
  std::vector<Member> members;
  Value base;
  bool open = false;
  std::vector<Datum> items;
  uint32_t depth = 1;

  void limit(Datum& child) {
    if (!child.built_) return;
    if (child.built_->depth >= deepest) child = unknown(child.kinds_);
    else depth = std::max(depth, child.built_->depth + 1);
  }
};

struct Datum::Parts {
  Value base;
  std::span<const Member> own;
  bool open;
};

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

Datum::Datum(Value node) : kinds_(kinds_of(node)) {
  if (kinds_ != intrinsic::any) node_ = node;
}

Datum Datum::unknown(Kinds kinds) {
  Datum made;
  made.kinds_ = kinds;
  return made;
}

Datum Datum::object(std::vector<Member> members, bool open, Value base) {
  Datum made = unknown(intrinsic::object);
  if (members.size() > most_members) return made;
  auto built = std::make_shared<Built>();
  for (Member& member : members) built->limit(member.datum);
  built->members = std::move(members);
  built->open = open;
  built->base = base;
  made.built_ = std::move(built);
  return made;
}

Datum Datum::array(std::vector<Datum> items) {
  Datum made = unknown(intrinsic::array);
  auto built = std::make_shared<Built>();
  for (Datum& item : items) built->limit(item);
  built->items = std::move(items);
  made.built_ = std::move(built);
  return made;
}

Found Datum::member(std::string_view name, Work& work) const {
  if (!can_be(intrinsic::object)) return {Existence::missing};
  if (node_) return in_node(node_, name, work);
  if (!built_ || !work.spend(built_->members.size() + 1)) return {};
  for (const Member& member : built_->members)
    if (member.name == name) return {member.certain ? Existence::present : Existence::maybe, member.datum};
  if (built_->open) return {};
  return built_->base ? in_node(built_->base, name, work) : Found{Existence::missing};
}

Found Datum::item(int64_t index, Work& work) const {
  if (!can_be(intrinsic::array)) return {Existence::missing};
  if (index < 0 || !known()) return {};
  if (node_) return at_index(node_, index, work);
  if (static_cast<uint64_t>(index) >= built_->items.size()) return {Existence::missing};
  return {Existence::present, built_->items[static_cast<size_t>(index)]};
}

std::optional<std::vector<Datum>> Datum::items(Work& work) const {
  if (kinds_ != intrinsic::array || !known()) return std::nullopt;
  if (built_) return work.spend(built_->items.size()) ? std::optional(built_->items) : std::nullopt;
  std::vector<Datum> items;
  for (Value item : node_) {
    if (item.is_opaque() || !work.spend(1)) return std::nullopt;
    items.emplace_back(item);
  }
  return items;
}

Datum::Parts Datum::parts() const {
  if (node_) return {node_, {}, false};
  return {built_->base, built_->members, built_->open};
}

std::vector<std::string_view> Datum::names() const {
  constexpr size_t most = 512;
  std::vector<std::string_view> names;
  if (kinds_ != intrinsic::object || !known()) return names;
  const Parts parts = this->parts();
  for (const Member& member : parts.own) names.push_back(member.name);
  for (Value member : parts.base) {
    if (names.size() == most) break;
    names.push_back(member.name());
  }
  return names;
}

Datum Datum::with(std::string_view name, Datum value) const {
  if (!can_be(intrinsic::object)) return {};
  if (!known()) return object({{name, std::move(value)}}, true);
  const Parts parts = this->parts();
  std::vector<Member> members(parts.own.begin(), parts.own.end());
  const auto at =
      std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.name == name; });
  if (at == members.end()) members.push_back({name, std::move(value)});
  else *at = {name, std::move(value)};
  return object(std::move(members), parts.open, parts.base);
}

bool same(const Datum& a, const Datum& b) {
  return a.kinds_ == b.kinds_ && a.node_ == b.node_ && a.built_ == b.built_;
}

Datum merge(const Datum& a, const Datum& b, Work& work, uint32_t levels) {
  if (same(a, b) || equal_scalars(a.node_, b.node_)) return a;
  const Datum neither = Datum::unknown(a.kinds_ | b.kinds_);
  if (!work.spend(1) || levels == 0 || !a.known() || !b.known() || a.kinds_ != b.kinds_) return neither;
  if (a.kinds_ == intrinsic::object) return Datum::merge_objects(a, b, work, levels - 1);
  return a.kinds_ == intrinsic::array ? Datum::merge_arrays(a, b, work, levels - 1) : neither;
}

Datum Datum::merge_objects(const Datum& a, const Datum& b, Work& work, uint32_t levels) {
  const Parts left = a.parts(), right = b.parts();
  const bool one_base = left.base == right.base;
  std::vector<std::string_view> names;
  const auto list = [&](const Parts& parts) {
    for (const Member& member : parts.own) names.push_back(member.name);
    if (!one_base)
      for (Value member : parts.base) {
        if (names.size() > 2 * most_members) return;
        names.push_back(member.name());
      }
  };
  list(left);
  list(right);
  if (names.size() > 2 * most_members || !work.spend(names.size())) return unknown(intrinsic::object);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());

  const auto opened = [](const Parts& parts) { return parts.open || parts.base.open(); };
  const bool open = opened(left) || opened(right);
  bool changed = open != opened(left);
  std::vector<Member> members;
  for (const std::string_view name : names) {
    const Found in_a = a.member(name, work), in_b = b.member(name, work);
    const bool both = in_a.existence != Existence::missing && in_b.existence != Existence::missing;
    const bool certain = in_a.existence == Existence::present && in_b.existence == Existence::present;
    Datum datum = both                                   ? merge(in_a.datum, in_b.datum, work, levels)
                  : in_a.existence == Existence::missing ? in_b.datum
                                                         : in_a.datum;
    changed = changed || in_a.existence == Existence::missing || !same(datum, in_a.datum) ||
              certain != (in_a.existence == Existence::present);
    members.push_back({name, std::move(datum), certain});
  }
  if (!changed && !work.spent()) return a;
  return object(std::move(members), open, one_base ? left.base : Value());
}

Datum Datum::merge_arrays(const Datum& a, const Datum& b, Work& work, uint32_t levels) {
  const auto left = a.items(work), right = b.items(work);
  if (!left || !right || left->size() != right->size()) return unknown(intrinsic::array);
  std::vector<Datum> items;
  bool changed = false;
  for (size_t i = 0; i < left->size(); ++i) {
    items.push_back(merge((*left)[i], (*right)[i], work, levels));
    changed = changed || !same(items.back(), (*left)[i]);
  }
  return changed ? array(std::move(items)) : a;
}

Datum inserted(const Datum& data, std::span<const std::string_view> path, const Datum& value, Work& work) {
  if (path.empty()) return value;
  if (path.size() > longest_path || !data.can_be(intrinsic::object)) return {};
  const Found there = data.member(path.front(), work);
  if (path.size() == 1) return data.with(path.front(), value);
  const Datum holder = there.existence == Existence::missing ? Datum::object({})
                       : there.existence == Existence::maybe ? Datum()
                                                             : there.datum;
  return data.with(path.front(), inserted(holder, path.subspan(1), value, work));
}

}  // namespace sfn::asl::dataflow
