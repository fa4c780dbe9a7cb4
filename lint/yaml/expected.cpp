#include "lint/yaml/expected.h"

#include <algorithm>

#include "lint/json/parse.h"
#include "lint/yaml/emit.h"

namespace sfn::yaml {
namespace {

/// The node itself, and each copy of it that aliases and merge keys made.
std::vector<NodeId> all_of(NodeId node, const Origins& origins) {
  std::vector<NodeId> found{node};
  for (const Copy& copy : origins.copies) {
    const size_t before = found.size();
    for (size_t i = 0; i < before; ++i)
      if (copy.origin <= found[i] && found[i] < copy.origin + (copy.end - copy.begin))
        found.push_back(copy.begin + (found[i] - copy.origin));
  }
  return found;
}

/// A string with a placeholder can be either.
bool same_kind(Kind a, Kind b) {
  const auto is_text = [](Kind kind) { return kind == Kind::string || kind == Kind::opaque; };
  return a == b || (is_text(a) && is_text(b));
}

/// A number may be written in another way.
bool same_text(Kind kind, const std::string& a, std::string_view b) {
  return a == b || (kind == Kind::number && number(a) == number(b));
}

}  // namespace

Expected::Expected(const Document& document) {
  items_.reserve(document.size());
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    const size_t parent = node.parent == no_node ? SIZE_MAX : node.parent;
    items_.push_back({node.kind, std::string(node.name), std::string(node.text), {}, parent});
    if (parent != SIZE_MAX) items_[parent].children.push_back(id);
  }
}

size_t Expected::add(Value value, size_t parent) {
  const size_t id = items_.size();
  items_.push_back({value.kind(), std::string(value.name()), std::string(value.text()), {}, parent});
  for (const Value child : value) {
    const size_t added = add(child, id);
    items_[id].children.push_back(added);
  }
  return id;
}

/// Stretches are places in the text as it was: the last ones go first.
bool Expected::change(std::vector<Change> changes, const Origins& origins) {
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    const bool text_a = a.kind == Change::Kind::replace_text, text_b = b.kind == Change::Kind::replace_text;
    return text_a && text_b ? a.place.begin > b.place.begin : !text_a && text_b;
  });
  return std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
    return change.kind == Change::Kind::replace_bytes || change_all_of(change, origins);
  });
}

bool Expected::change_all_of(const Change& change, const Origins& origins) {
  const std::vector<NodeId> targets = all_of(change.place.node, origins);
  const std::vector<NodeId> into = change.kind == Change::Kind::move ? all_of(change.into, origins) : targets;
  if (into.size() != targets.size()) return false;
  for (size_t i = 0; i < targets.size(); ++i)
    if (!change_one(change, targets[i], into[i])) return false;
  return true;
}

bool Expected::has(size_t container, const std::string& name) const {
  const auto& children = items_[container].children;
  return std::any_of(children.begin(), children.end(),
                     [&](size_t child) { return items_[child].name == name; });
}

bool Expected::set(size_t target, const std::string& json) {
  const Source source("value", json);
  const json::Parsed parsed = json::parse(source, 0);
  if (!parsed.document) return false;
  const Value root = parsed.document->root();
  items_[target].kind = root.kind();
  items_[target].text = root.text();
  items_[target].children.clear();
  for (const Value child : root) {
    const size_t added = add(child, target);
    items_[target].children.push_back(added);
  }
  return true;
}

bool Expected::insert(size_t container, const std::string& name, const std::string& json) {
  if (items_[container].kind == Kind::object && has(container, name)) return false;
  items_.push_back({Kind::null, name, {}, {}, container});
  items_[container].children.push_back(items_.size() - 1);
  return set(items_.size() - 1, json);
}

void Expected::take_out(size_t child) {
  if (items_[child].parent == SIZE_MAX) return;
  auto& siblings = items_[items_[child].parent].children;
  siblings.erase(std::remove(siblings.begin(), siblings.end(), child), siblings.end());
}

bool Expected::replace_text(const Change& change, size_t target) {
  Item& item = items_[target];
  if (change.place.part == Part::value) item.text = change.name;
  if (change.place.part == Part::key) item.name = change.name;
  std::string& text = change.place.part == Part::text ? item.text : item.name;
  if (change.place.part == Part::text || change.place.part == Part::key_text) {
    const auto size = static_cast<uint32_t>(text.size());
    const uint32_t begin = std::min(change.place.begin, size),
                   end = std::clamp(change.place.end, begin, size);
    text.replace(begin, end - begin, change.name);
  }
  return item.kind == Kind::string || item.kind == Kind::opaque;
}

/// The item becomes a container, and what it was the only child in it.
void Expected::put_around(size_t target, Kind container, const std::string& name) {
  items_.push_back(items_[target]);
  const size_t inner = items_.size() - 1;
  for (const size_t child : items_[inner].children) items_[child].parent = inner;
  items_[inner].name = name;
  items_[inner].parent = target;
  items_[target].kind = container;
  items_[target].text.clear();
  items_[target].children = {inner};
}

bool Expected::change_one(const Change& change, size_t target, size_t into) {
  switch (change.kind) {
    case Change::Kind::rename_key:
      if (items_[target].name != change.name && has(items_[target].parent, change.name)) return false;
      items_[target].name = change.name;
      return true;
    case Change::Kind::set_value:
      return set(target, change.json);
    case Change::Kind::insert_member:
    case Change::Kind::insert_item:
      return insert(target, change.kind == Change::Kind::insert_item ? "" : change.name, change.json);
    case Change::Kind::remove:
      take_out(target);
      return true;
    case Change::Kind::move:
      take_out(target);
      if (has(into, change.name)) return false;
      items_[target].name = change.name;
      items_[target].parent = into;
      items_[into].children.push_back(target);
      return true;
    case Change::Kind::wrap:
      put_around(target, Kind::array, {});
      return true;
    case Change::Kind::enclose:
      for (auto name = change.names.rbegin(); name != change.names.rend(); ++name)
        put_around(target, Kind::object, *name);
      return true;
    case Change::Kind::replace_text:
      return replace_text(change, target);
    case Change::Kind::replace_bytes:
      break;
  }
  return false;
}

bool Expected::same(size_t item, Value value) const {
  const Item& mine = items_[item];
  if (!same_kind(mine.kind, value.kind()) || !same_text(mine.kind, mine.text, value.text())) return false;
  std::vector<size_t> children = mine.children;
  std::vector<Value> others;
  for (const Value child : value) others.push_back(child);
  if (children.size() != others.size()) return false;
  if (mine.kind == Kind::object) {
    std::stable_sort(children.begin(), children.end(),
                     [&](size_t a, size_t b) { return items_[a].name < items_[b].name; });
    std::stable_sort(others.begin(), others.end(), [](Value a, Value b) { return a.name() < b.name(); });
  }
  for (size_t i = 0; i < children.size(); ++i) {
    if (mine.kind == Kind::object && items_[children[i]].name != others[i].name()) return false;
    if (!same(children[i], others[i])) return false;
  }
  return true;
}

bool Expected::holds(const Document& document) const {
  return !items_.empty() && document.root() && same(0, document.root());
}

}  // namespace sfn::yaml
