#include "lint/editor.h"

#include <algorithm>
#include <tuple>

namespace sfn {

bool Rebuild::empties(Value container) const {
  Value child = container.first_child();
  while (child && removes(child)) child = child.next();
  return !child;
}

Value Rebuild::last_kept(const std::vector<Value>& children) const {
  const auto kept = std::find_if_not(children.rbegin(), children.rend(), [&](Value c) { return removes(c); });
  return kept == children.rend() ? Value() : *kept;
}

bool Rebuild::each_run(const std::vector<Value>& children,
                       const std::function<bool(size_t, size_t)>& take) const {
  for (size_t first = 0; first < children.size(); ++first) {
    size_t behind = first;
    while (behind < children.size() && removes(children[behind])) ++behind;
    if (behind > first && !take(first, behind)) return false;
    first = behind;
  }
  return true;
}

bool Editor::change(const Change& change) {
  if (change.place.file != document_.file()) return false;
  if (change.kind == Change::Kind::replace_bytes) return replace_bytes(change);
  const Value target = document_.at(change.place.node);
  return target && can_change(target) && change_node(change, target);
}

bool Editor::change_node(const Change& change, Value target) {
  switch (change.kind) {
    case Change::Kind::rename_key:
      return rename(target, change.name);
    case Change::Kind::set_value:
      return set_value(target, change.json);
    case Change::Kind::insert_member:
      return target.is_object() && add(target, {change.name, change.json});
    case Change::Kind::insert_item:
      return target.is_array() && add(target, {{}, change.json});
    case Change::Kind::remove:
      return remove(target);
    case Change::Kind::move:
      return move(target, document_.at(change.into), change.name);
    case Change::Kind::wrap:
      return wrap(target);
    case Change::Kind::enclose:
      return target.parent().is_object() && !change.names.empty() && enclose(target, change.names);
    case Change::Kind::replace_text:
      return change.place.part == Part::key ? rename(target, change.name) : replace_text(change, target);
    case Change::Kind::replace_bytes:
      break;
  }
  return false;
}

bool Editor::replace_bytes(const Change& change) {
  const Span span{change.place.begin, change.place.end};
  if (span.begin > span.end || span.end > text_.size()) return false;
  edit(span, change.name);
  return true;
}

bool Editor::rename(Value member, const std::string& name) {
  return renamed_.emplace(member.id(), name).second && rename_key(member, name);
}

bool Editor::remove(Value child) {
  if (!child.parent() || !can_remove(child)) return false;
  rebuilds_[child.parent().id()].removed.insert(child.id());
  return true;
}

bool Editor::move(Value member, Value into, const std::string& name) {
  if (!member.parent() || !into.is_object() || into.inside(member)) return false;
  return remove(member) && add(into, {name, {}, member});
}

bool Editor::add(Value container, Addition addition) {
  if ((addition.json.empty() && !addition.moved) || !can_add_to(container)) return false;
  rebuilds_[container.id()].added.push_back(std::move(addition));
  return true;
}

/// A fix must not make doubled keys; names that the same fix removes or changes are free.
bool Editor::names_are_free() const {
  std::set<NodeId> objects;
  for (const auto& [id, changes] : rebuilds_) objects.insert(id);
  for (const auto& [id, name] : renamed_) objects.insert(document_.node(id).parent);
  return std::all_of(objects.begin(), objects.end(),
                     [&](NodeId id) { return names_are_free_in(document_.at(id)); });
}

bool Editor::names_are_free_in(Value container) const {
  if (!container.is_object()) return true;
  const auto rebuild = rebuilds_.find(container.id());
  std::map<std::string_view, size_t> given;
  for (const auto& [id, name] : renamed_) {
    const Value member = document_.at(id);
    const bool stays = rebuild == rebuilds_.end() || !rebuild->second.removes(member);
    if (stays && member.parent() == container) ++given[name];
  }
  if (rebuild != rebuilds_.end())
    for (const Addition& addition : rebuild->second.added) ++given[addition.name];
  return std::all_of(given.begin(), given.end(),
                     [&](const auto& one) { return is_free(container, one.first, one.second); });
}

// Doubles that were there before are not of this fix.
bool Editor::is_free(Value container, std::string_view name, size_t given) const {
  if (!container.has(name)) return given <= 1;
  const auto rebuild = rebuilds_.find(container.id());
  size_t before = 0, after = given;
  for (Value member : container) {
    if (member.name() != name) continue;
    ++before;
    const bool removed = rebuild != rebuilds_.end() && rebuild->second.removes(member);
    if (!removed && renamed_.count(member.id()) == 0) ++after;
  }
  return after <= std::max<size_t>(before, 1);
}

std::optional<std::vector<Edit>> Editor::sorted() {
  std::stable_sort(edits_.begin(), edits_.end(), [](const Ranked& a, const Ranked& b) {
    const auto key = [](const Ranked& r) {
      return std::tuple(r.edit.span.begin, r.edit.span.end > r.edit.span.begin, r.rank);
    };
    return key(a) < key(b);
  });
  std::vector<Edit> edits;
  for (Ranked& ranked : edits_) {
    if (!edits.empty() && edits.back().span.end > ranked.edit.span.begin) return std::nullopt;
    edits.push_back(std::move(ranked.edit));
  }
  return edits;
}

std::optional<std::vector<Edit>> Editor::render(const Fix& fix) {
  for (const Change& one : fix.changes)
    if (!change(one)) return std::nullopt;
  if (!names_are_free() || !finish_texts()) return std::nullopt;
  for (const auto& [id, changes] : rebuilds_)
    if (!rebuild(document_.at(id), changes)) return std::nullopt;
  finish_edits();
  return sorted();
}

}  // namespace sfn
