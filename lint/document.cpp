#include "lint/document.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

namespace sfn {

Document::Document(FileId file, std::string_view text, std::unique_ptr<SourceMap> source_map)
    : file_(file), text_(text), source_map_(std::move(source_map)) {}

Value Document::root() const { return nodes_.empty() ? Value() : Value(*this, 0); }

NodeId Document::end_of(NodeId id) const {
  while (id != no_node && nodes_[id].next == no_node) id = nodes_[id].parent;
  return id == no_node ? static_cast<NodeId>(nodes_.size()) : nodes_[id].next;
}

std::string_view Document::tag(NodeId id) const {
  const auto found = std::lower_bound(tags_.begin(), tags_.end(), id,
                                      [](const Tag& tag, NodeId node) { return tag.node < node; });
  return found != tags_.end() && found->node == id ? found->name : std::string_view();
}

Span Document::span(Place place) const { return source_map_->span(*this, place); }

std::optional<std::vector<Edit>> Document::render(const Fix& fix) const {
  return source_map_->render(*this, fix);
}

NodeId Document::add(Node node) {
  node.indexed = false;  // it may be a copy from another document
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

void Document::index_names() {
  std::vector<uint32_t> children(nodes_.size());
  for (Node& node : nodes_) {
    index_name(node);
    if (node.parent != no_node) ++children[node.parent];
  }
  for (NodeId id = 0; id < nodes_.size(); ++id)
    if (nodes_[id].kind == Kind::object && children[id] > few_members) index_members(id);
}

namespace {

// The place in the table of the member of that name, or where it belongs.
size_t slot_of(const std::vector<NodeId>& table, const std::vector<Node>& nodes, std::string_view name) {
  size_t slot = std::hash<std::string_view>()(name) & (table.size() - 1);
  while (table[slot] != no_node && nodes[table[slot]].name != name) slot = (slot + 1) & (table.size() - 1);
  return slot;
}

}  // namespace

void Document::index_members(NodeId object) {
  std::vector<NodeId>& table = members_[object];
  table.assign(std::bit_ceil(2 * at(object).child_count()), no_node);
  for (Value member : at(object)) table[slot_of(table, nodes_, member.name())] = member.id();
  nodes_[object].indexed = true;
}

NodeId Document::find_indexed(NodeId object, std::string_view name) const {
  const std::vector<NodeId>& table = members_.at(object);
  return table[slot_of(table, nodes_, name)];
}

std::string_view Document::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

std::optional<bool> Value::boolean() const {
  if (!is_boolean()) return std::nullopt;
  return node().text == "true";
}

std::optional<double> Value::number() const {
  if (!is_number()) return std::nullopt;
  double number = 0;
  const std::string_view text = node().text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  return number;
}

std::optional<int64_t> Value::integer() const {
  if (!is_number()) return std::nullopt;
  const std::string_view text = node().text;
  int64_t exact = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exact);
  if (error == std::errc() && end == text.data() + text.size()) return exact;
  const double rounded = *number();
  if (std::abs(rounded) > 9007199254740991.0 || rounded != std::floor(rounded)) return std::nullopt;
  return static_cast<int64_t>(rounded);
}

Value Value::find(std::string_view name, NameHash hash) const {
  if (node().indexed) return document_->at(document_->find_indexed(id_, name));
  Value found;
  if (is_object())
    for (Value member : *this)
      if (member.may_be_named(hash) && member.name() == name) found = member;
  return found;
}

size_t Value::child_count() const {
  size_t count = 0;
  for (Value child = first_child(); child; child = child.next()) ++count;
  return count;
}

bool Value::inside(Value other) const {
  for (Value at = *this; at; at = at.parent())
    if (at == other) return true;
  return false;
}

Place Value::place(Part part, size_t begin, size_t end) const {
  return {document_ ? document_->file() : 0, id_, part, static_cast<uint32_t>(begin),
          static_cast<uint32_t>(end)};
}

Place Value::stretch(size_t begin, size_t end) const { return place(Part::text, begin, end); }

Place Value::key_stretch(size_t begin, size_t end) const { return place(Part::key_text, begin, end); }

std::string_view describe(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::object:
      return "an object";
    case Kind::array:
      return "an array";
    case Kind::opaque:
      return "a placeholder";
    case Kind::absent:
      break;
  }
  return "nothing";
}

}  // namespace sfn
