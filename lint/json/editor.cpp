#include "lint/json/editor.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "lint/json/layout.h"
#include "lint/json/source_map.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

/// What a fix takes from one object or array, and what it puts at its end.
struct Rebuild {
  std::set<NodeId> removed;
  std::vector<std::pair<std::string, std::string>> added;  // name and value
};

class Editor {
 public:
  explicit Editor(const Document& document) : document_(document), text_(document.text()) {}
  bool change(const Change& change);
  std::optional<std::vector<Edit>> finish();

 private:
  /// Of edits at one place, what closes something comes first and what opens something last.
  enum Rank { closes, plain, opens };
  struct Ranked {
    Edit edit;
    Rank rank;
  };

  bool rename_key(Value member, const std::string& name);
  bool set_value(Value value, const std::string& json);
  bool replace_text(const Change& change, Value value);
  bool wrap(Value value);
  bool enclose(Value member, const std::vector<std::string>& names);
  bool remove(Value child);
  bool move(Value member, Value into, const std::string& name);
  bool add(Value container, const std::string& name, std::string json);

  bool names_are_free() const;
  bool names_are_free_in(Value container) const;
  void rebuild(Value container, const Rebuild& changes);
  void remove_runs(const std::vector<Value>& children, const Rebuild& changes);
  std::string added_text(Value container, const Rebuild& changes, const Separators& blanks) const;

  void edit(Span span, std::string text, Rank rank = plain) {
    edits_.push_back({{span, std::move(text)}, rank});
  }
  const Node& node(Value value) const { return document_.node(value.id()); }
  bool known(Value value) const { return value && !value.is_opaque(); }

  const Document& document_;
  std::string_view text_;
  std::vector<Ranked> edits_;
  std::map<NodeId, Rebuild> rebuilds_;
  std::map<NodeId, std::string> renamed_;
};

/// Whether a key stands in quotes; a bare placeholder can be one too.
bool has_quoted_key(const Document& document, Value value) {
  const Span key = document.node(value.id()).key;
  return key.end > key.begin && document.text()[key.begin] == '"';
}

/// Whether commas in it are where JSON has them: placeholders for members can bring their own.
bool has_plain_members(Value container) {
  if (!container.is_object()) return container.is_array();
  for (Value member : container)
    if (member.is_opaque() && member.name().empty() && member.label().part == Part::start) return false;
  return true;
}

bool Editor::change(const Change& change) {
  if (change.place.file != document_.file()) return false;
  if (change.kind == Change::Kind::replace_bytes) {
    const Span span{change.place.begin, change.place.end};
    if (span.begin > span.end || span.end > text_.size()) return false;
    edit(span, change.name);
    return true;
  }
  const Value target = document_.at(change.place.node);
  if (!target) return false;
  switch (change.kind) {
    case Change::Kind::rename_key:
      return rename_key(target, change.name);
    case Change::Kind::set_value:
      return set_value(target, change.json);
    case Change::Kind::insert_member:
      return target.is_object() && add(target, change.name, change.json);
    case Change::Kind::insert_item:
      return target.is_array() && add(target, {}, change.json);
    case Change::Kind::remove:
      return remove(target);
    case Change::Kind::move:
      return move(target, document_.at(change.into), change.name);
    case Change::Kind::wrap:
      return wrap(target);
    case Change::Kind::enclose:
      return enclose(target, change.names);
    case Change::Kind::replace_text:
      return replace_text(change, target);
    case Change::Kind::replace_bytes:
      break;
  }
  return false;
}

bool Editor::rename_key(Value member, const std::string& name) {
  if (!has_quoted_key(document_, member) || !renamed_.emplace(member.id(), name).second) return false;
  edit(node(member).key, quote(name));
  return true;
}

bool Editor::set_value(Value value, const std::string& json) {
  if (!known(value) || json.empty()) return false;
  const std::string_view indent = indent_of(text_, begin_of(value));
  edit(node(value).value, reindented(json, "", indent));
  return true;
}

bool Editor::wrap(Value value) {
  if (!known(value)) return false;
  const Span span = node(value).value;
  edit({span.begin, span.begin}, "[", opens);
  edit({span.end, span.end}, "]", closes);
  return true;
}

bool Editor::enclose(Value member, const std::vector<std::string>& names) {
  if (!member.parent().is_object() || names.empty()) return false;
  std::string head;
  for (const std::string& name : names) head += "{" + quote(name) + colon_in(member.parent());
  const Span span = node(member).value;
  edit({span.begin, span.begin}, head, opens);
  edit({span.end, span.end}, std::string(names.size(), '}'), closes);
  return true;
}

bool Editor::replace_text(const Change& change, Value value) {
  const Part part = change.place.part;
  const bool in_key = part == Part::key || part == Part::key_text;
  if (in_key ? !has_quoted_key(document_, value) : !value.is_string()) return false;
  if (part == Part::start || part == Part::bytes) return false;
  std::string text = quote(change.name);
  if (part == Part::text || part == Part::key_text) text = text.substr(1, text.size() - 2);
  if (part == Part::key && !renamed_.emplace(value.id(), change.name).second) return false;
  edit(JsonSourceMap().span(document_, change.place), std::move(text));
  return true;
}

bool Editor::remove(Value child) {
  if (!child.parent() || !has_plain_members(child.parent())) return false;
  rebuilds_[child.parent().id()].removed.insert(child.id());
  return true;
}

bool Editor::move(Value member, Value into, const std::string& name) {
  if (!member.parent() || !into.is_object() || into.inside(member)) return false;
  const Span span = node(member).value;
  const std::string_view value = text_.substr(span.begin, span.end - span.begin);
  const std::string plain_value = reindented(value, indent_of(text_, begin_of(member)), "");
  return remove(member) && add(into, name, plain_value);
}

bool Editor::add(Value container, const std::string& name, std::string json) {
  if (json.empty() || !has_plain_members(container)) return false;
  rebuilds_[container.id()].added.emplace_back(name, std::move(json));
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
  std::map<std::string_view, size_t> before, after;
  for (Value member : container) {
    ++before[member.name()];
    if (rebuild != rebuilds_.end() && rebuild->second.removed.count(member.id())) continue;
    const auto renamed = renamed_.find(member.id());
    ++after[renamed == renamed_.end() ? member.name() : renamed->second];
  }
  if (rebuild != rebuilds_.end())
    for (const auto& [name, value] : rebuild->second.added) ++after[name];
  // Doubles that were there before are not of this fix.
  return std::all_of(after.begin(), after.end(), [&](const auto& named) {
    return named.second <= std::max<size_t>(before[named.first], 1);
  });
}

/// The new members or items with commas between them.
std::string Editor::added_text(Value container, const Rebuild& changes, const Separators& blanks) const {
  const std::string colon = container.is_object() ? colon_in(container) : "";
  const size_t line = blanks.between.rfind('\n');
  const std::string indent = line == std::string::npos ? std::string(indent_of(text_, begin_of(container)))
                                                       : blanks.between.substr(line + 1);
  std::string text;
  for (const auto& [name, value] : changes.added) {
    text += text.empty() ? blanks.first : "," + blanks.between;
    if (container.is_object()) text += quote(name) + colon;
    text += reindented(value, "", indent);
  }
  return text;
}

void Editor::rebuild(Value container, const Rebuild& changes) {
  std::vector<Value> children;
  for (Value child : container) children.push_back(child);
  const Span span = node(container).value;
  if (changes.removed.size() == children.size()) {
    const Separators blanks = separators_in_emptied(container);
    const std::string added = added_text(container, changes, blanks);
    edit({span.begin + 1, span.end - 1}, added.empty() ? "" : added + blanks.last);
    return;
  }
  remove_runs(children, changes);
  if (changes.added.empty()) return;
  Value kept;
  for (Value child : children)
    if (!changes.removed.count(child.id())) kept = child;
  const uint32_t end = node(kept).value.end;
  edit({end, end}, "," + added_text(container, changes, separators_in(container)));
}

/// Takes members with the blanks and the comma behind them, so that what follows moves to their place; the
/// last ones with the comma and the blanks before them.
void Editor::remove_runs(const std::vector<Value>& children, const Rebuild& changes) {
  const auto gone = [&](size_t i) { return changes.removed.count(children[i].id()) > 0; };
  for (size_t first = 0; first < children.size(); ++first) {
    if (!gone(first)) continue;
    size_t behind = first;
    while (behind < children.size() && gone(behind)) ++behind;
    if (behind < children.size()) edit({begin_of(children[first]), begin_of(children[behind])}, "");
    else edit({node(children[first - 1]).value.end, node(children[behind - 1]).value.end}, "");
    first = behind;
  }
}

std::optional<std::vector<Edit>> Editor::finish() {
  if (!names_are_free()) return std::nullopt;
  for (const auto& [id, changes] : rebuilds_) rebuild(document_.at(id), changes);
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

}  // namespace

std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) {
  Editor editor(document);
  for (const Change& change : fix.changes)
    if (!editor.change(change)) return std::nullopt;
  return editor.finish();
}

}  // namespace sfn::json
