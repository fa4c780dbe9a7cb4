#include "lint/substitute.h"

#include <algorithm>
#include <memory>

#include "lint/characters.h"
#include "lint/diagnostic.h"
#include "lint/json/placeholder.h"

namespace sfn {

namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(blanks);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// The name in `${name}`.
std::string_view name_in(std::string_view placeholder) {
  return trimmed(placeholder.substr(2, placeholder.size() - 3));
}

// Bytes [begin, end) of a new text that stand for bytes of the one that is in the file.
struct Piece {
  uint32_t begin, end, old_begin, old_end;
};

// A text with values put into it.
struct Filled {
  std::string text;
  std::vector<Piece> pieces;

  Place original(Place place) const { return {place.file, place.node, place.part, begin(place), end(place)}; }

 private:
  uint32_t begin(const Place& place) const {
    uint32_t moved = place.begin;
    for (const Piece& piece : pieces) {
      if (place.begin < piece.begin) break;
      if (place.begin < piece.end) return piece.old_begin;
      moved = place.begin - piece.end + piece.old_end;
    }
    return moved;
  }
  uint32_t end(const Place& place) const {
    if (place.end == place.begin) return begin(place);
    uint32_t moved = place.end;
    for (const Piece& piece : pieces) {
      if (place.end <= piece.begin) break;
      if (place.end <= piece.end) return piece.old_end;
      moved = place.end - piece.end + piece.old_end;
    }
    return moved;
  }
};

bool has_text(Value value) { return value.is_string() || value.is_number() || value.is_boolean(); }

Filled fill(std::string_view text, const Substitutions& substitutions) {
  Filled filled;
  size_t copied = 0;
  for (size_t at = text.find("${"); at != npos; at = text.find("${", at)) {
    const size_t end = json::placeholder_begins(text, at) ? json::placeholder_end(text, at) : npos;
    if (end == npos) {
      at += 2;
      continue;
    }
    const Value value = substitutions.find(name_in(text.substr(at, end - at)));
    if (has_text(value)) {
      filled.text += text.substr(copied, at - copied);
      const auto begin = static_cast<uint32_t>(filled.text.size());
      filled.text += value.text();
      filled.pieces.push_back({begin, static_cast<uint32_t>(filled.text.size()), static_cast<uint32_t>(at),
                               static_cast<uint32_t>(end)});
      copied = end;
    }
    at = end;
  }
  filled.text += text.substr(copied);
  return filled;
}

/// Where a node of the new document comes from.
struct Origin {
  NodeId node = no_node;  // of the original
  bool whole = false;     // the value of a placeholder
  bool inside = false;    // inside such a value
  std::unique_ptr<Filled> text = {}, key = {};
};

/// The original document with the way back to it.
class Substituted : public SourceMap {
 public:
  explicit Substituted(Document document) : original(std::move(document)) {}

  Span span(const Document&, Place place) const override { return original.span(origin_of(place)); }

  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override {
    Fix own = fix;
    for (Change& change : own.changes) {
      if (change.kind == Change::Kind::replace_bytes) continue;
      if (change.place.node >= origins.size() || !can_make(document, change)) return std::nullopt;
      if (change.into != no_node) change.into = origins[change.into].node;
      change.place = origin_of(change.place);
    }
    return original.render(own);
  }

  std::string_view language() const override { return original.source_map().language(); }

  Document original;
  std::vector<Origin> origins;  // by the ids of the new document

 private:
  Place origin_of(Place place) const {
    if (place.node >= origins.size()) return place;
    const Origin& origin = origins[place.node];
    place.node = origin.node;
    const bool of_key = place.part == Part::key || place.part == Part::key_text;
    if (origin.inside || (origin.whole && !of_key)) return {place.file, place.node, Part::value, 0, 0};
    if (place.part == Part::text && origin.text) return origin.text->original(place);
    if (place.part == Part::key_text && origin.key) return origin.key->original(place);
    return place;
  }

  // Rules write new values from what stands nearby.
  bool can_make(const Document& document, const Change& change) const {
    const Origin& origin = origins[change.place.node];
    if (origin.inside) return false;
    switch (change.kind) {
      case Change::Kind::rename_key:
        return !origin.key;
      case Change::Kind::set_value:
        return !origin.whole && !filled_in(document, document.node(change.place.node).parent);
      case Change::Kind::insert_member:
      case Change::Kind::insert_item:
        return !origin.whole && !filled_in(document, change.place.node);
      case Change::Kind::move:
        return change.into < origins.size() && !origins[change.into].inside && !origins[change.into].whole;
      case Change::Kind::replace_text:
        return !origin.whole && !origin.text && !origin.key;
      case Change::Kind::remove:
      case Change::Kind::wrap:
      case Change::Kind::enclose:
      case Change::Kind::replace_bytes:
        break;
    }
    return true;
  }

  // Whether anything was put in below a node.
  bool filled_in(const Document& document, NodeId node) const {
    if (node == no_node) node = 0;
    for (NodeId id = node; id < document.size() && (id == node || document.at(id).inside(document.at(node)));
         ++id)
      if (origins[id].whole || origins[id].text || origins[id].key) return true;
    return false;
  }
};

/// Writes the new document, node for node.
class Writer {
 public:
  Writer(const Document& original, const Substitutions& substitutions, Document& document,
         std::vector<Origin>& origins)
      : original_(original), substitutions_(substitutions), document_(document), origins_(origins) {}

  void write() {
    document_.reserve(original_.size());
    origins_.reserve(original_.size());
    ids_.reserve(original_.size());
    for (NodeId id = 0; id < original_.size(); ++id) {
      ids_.push_back(static_cast<NodeId>(document_.size()));
      write(id);
    }
    for (NodeId id = 0; id < original_.size(); ++id) link(id);
  }

 private:
  void write(NodeId id) {
    Node node = original_.node(id);
    Origin origin{id};
    // Links are those of the original until all ids are known.
    if (node.key.end > node.key.begin && json::templating(node.name) != json::Templating::none)
      fill(node.name, origin.key);
    if (const Value value = value_of(node)) return write_value(value, node, std::move(origin));
    if (node.kind == Kind::string && node.templated) {
      fill(node.text, origin.text);
      node.templated = json::templating(node.text) != json::Templating::none;
    }
    document_.add(node);
    origins_.push_back(std::move(origin));
  }

  // The value of a node that is one placeholder and no more.
  Value value_of(const Node& node) const {
    if (node.kind != Kind::opaque || !node.text.starts_with("${")) return {};
    if (json::placeholder_end(node.text, 0) != node.text.size()) return {};
    const bool member = node.key.end == node.key.begin && node.parent != no_node &&
                        original_.node(node.parent).kind == Kind::object;
    return member ? Value() : substitutions_.find(name_in(node.text));
  }

  void fill(std::string_view& text, std::unique_ptr<Filled>& filled) {
    Filled with = sfn::fill(text, substitutions_);
    if (with.pieces.empty()) return;
    text = document_.keep(with.text);
    filled = std::make_unique<Filled>(std::move(with));
  }

  void write_value(Value value, const Node& placeholder, Origin origin) {
    const Document& from = value.document();
    const auto base = static_cast<NodeId>(document_.size());
    Node root = from.node(value.id());
    root.value = placeholder.value;
    root.key = placeholder.key;
    root.name = placeholder.name;
    root.parent = placeholder.parent;
    root.next = placeholder.next;
    document_.add(root);
    origin.whole = true;
    const NodeId original = origin.node;
    origins_.push_back(std::move(origin));
    for (NodeId id = value.id() + 1; id < from.size() && from.at(id).inside(value); ++id) {
      Node node = from.node(id);
      node.value = placeholder.value;
      node.key = {};
      node.parent = node.parent - value.id() + base;
      if (node.next != no_node) node.next = node.next - value.id() + base;
      document_.add(node);
      origins_.push_back({original, false, true});
    }
  }

  void link(NodeId id) {
    Node& node = document_.edit(ids_[id]);
    if (node.parent != no_node) node.parent = ids_[node.parent];
    if (node.next != no_node) node.next = ids_[node.next];
    if (node.open && !origins_[ids_[id]].whole) node.open = stays_open(id);
  }

  // An object that placeholders in keys made open is whole when all of them are known.
  bool stays_open(NodeId id) const {
    bool filled = false;
    for (const Value member : original_.at(id)) {
      const bool known = origins_[ids_[member.id()]].key != nullptr;
      const std::string_view name = document_.node(ids_[member.id()]).name;
      if (name.empty() || json::templating(name) != json::Templating::none) return true;
      filled = filled || known;
    }
    return !filled;
  }

  const Document& original_;
  const Substitutions& substitutions_;
  Document& document_;
  std::vector<Origin>& origins_;
  std::vector<NodeId> ids_;  // of the new document, by those of the original
};

bool has_placeholders(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.templated || node.open || node.kind == Kind::opaque) return true;
  }
  return false;
}

}  // namespace

Value Substitutions::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? Value() : found->second;
}

Document substitute(Document document, const Substitutions& substitutions) {
  if (substitutions.empty() || !has_placeholders(document)) return document;
  auto source_map = std::make_unique<Substituted>(std::move(document));
  const Document& original = source_map->original;
  std::vector<Origin>& origins = source_map->origins;
  const FileId file = original.file();
  const std::string_view text = original.text();
  Document filled(file, text, std::move(source_map));
  Writer(original, substitutions, filled, origins).write();
  for (const Comment& comment : original.comments()) filled.add_comment(comment);
  return filled;
}

const Document& unsubstituted(const Document& document) {
  const auto* substituted = dynamic_cast<const Substituted*>(&document.source_map());
  return substituted ? substituted->original : document;
}

}  // namespace sfn
