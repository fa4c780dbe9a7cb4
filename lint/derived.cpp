#include "lint/derived.h"

#include <map>

#include "lint/diagnostic.h"

namespace sfn {

namespace {

bool is_of_key(Part part) { return part == Part::key || part == Part::key_text; }

}  // namespace

class DerivedSourceMap : public SourceMap {
 public:
  explicit DerivedSourceMap(std::shared_ptr<const Document> original) : original_(std::move(original)) {}

  Span span(const Document&, Place place) const override {
    if (const auto text = texts.find({place.node, place.part}); text != texts.end())
      return text->second.span(*original_, {place.begin, place.end});
    return original_->span(in_original(place));
  }

  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override {
    Fix own = fix;
    for (Change& change : own.changes) {
      if (!can_make(document, change)) return std::nullopt;
      change.place = in_original(change.place);
      if (change.into != no_node) change.into = origins[change.into].node;
    }
    return original_->render(own);
  }

  std::string_view language() const override { return original_->source_map().language(); }

  const Document& written(const Document& document) const override {
    return gives_values ? original_->written() : document;
  }

  std::vector<Origin> origins;                           // by the ids of the derived document
  std::map<std::pair<NodeId, Part>, Composition> texts;  // of values and keys
  bool gives_values = false;

 private:
  Place in_original(Place place) const {
    place.file = original_->file();
    if (place.node >= origins.size()) return place;
    const Origin& origin = origins[place.node];
    place.node = origin.node;
    if (origin.inside) return {place.file, place.node, Part::value, 0, 0};
    const bool of_key = is_of_key(place.part);
    if ((of_key ? origin.key : origin.value) == From::original) return place;
    return {place.file, place.node, of_key ? Part::key : Part::value, 0, 0};
  }

  bool can_make(const Document& document, const Change& change) const {
    if (change.kind == Change::Kind::replace_bytes) return true;
    const NodeId node = change.place.node;
    if (node >= origins.size() || origins[node].inside) return false;
    const Origin& origin = origins[node];
    const bool own_value = origin.value == From::original, own_key = origin.key == From::original;
    switch (change.kind) {
      case Change::Kind::rename_key:
        return own_key;
      case Change::Kind::set_value:
        return own_value && !has_given(document, document.node(node).parent);
      case Change::Kind::insert_member:
      case Change::Kind::insert_item:
        return own_value && !has_given(document, node);
      case Change::Kind::replace_text:
        return is_of_key(change.place.part) ? own_key : own_value;
      case Change::Kind::move:
        return origin.key != From::made && is_own_container(change.into);
      case Change::Kind::remove:
        return origin.key != From::made;
      case Change::Kind::wrap:
      case Change::Kind::enclose:
      case Change::Kind::replace_bytes:
        break;
    }
    return true;
  }

  bool is_own_container(NodeId node) const {
    return node < origins.size() && !origins[node].inside && origins[node].value == From::original;
  }

  // Rules write new values from what is nearby: a value that was given would get into the file.
  bool has_given(const Document& document, NodeId node) const {
    if (!gives_values) return false;
    const NodeId begin = node == no_node ? 0 : node;
    for (NodeId id = begin; id < document.end_of(begin); ++id)
      if (origins[id].key == From::given || origins[id].value == From::given) return true;
    return false;
  }

  std::shared_ptr<const Document> original_;
};

Derivation::Derivation(std::shared_ptr<const Document> original, FileId file)
    : original_(std::move(original)),
      source_map_(new DerivedSourceMap(original_)),
      document_(file, original_->text(), std::unique_ptr<SourceMap>(source_map_)) {}

NodeId Derivation::add(Node node, NodeId parent, Origin origin) {
  const auto id = static_cast<NodeId>(document_.size());
  node.parent = parent;
  node.next = no_node;
  document_.add(node);
  last_child_.push_back(no_node);
  if (parent != no_node) {
    NodeId& last = last_child_[parent];
    if (last != no_node) document_.edit(last).next = id;
    last = id;
  }
  source_map_->origins.push_back(origin);
  if (origin.key == From::given || origin.value == From::given) source_map_->gives_values = true;
  return id;
}

void Derivation::set_text(NodeId node, Part part, Composition composition) {
  const std::string_view text = document_.keep(composition.text());
  (part == Part::text ? document_.edit(node).text : document_.edit(node).name) = text;
  source_map_->texts.insert_or_assign({node, part}, std::move(composition));
}

const Origin& Derivation::origin(NodeId node) const { return source_map_->origins[node]; }

Document Derivation::finish(Span comments) {
  for (const Comment& comment : original_->comments())
    if (comment.span.begin >= comments.begin && comment.span.begin < comments.end)
      document_.add_comment(comment);
  document_.index_names();
  return std::move(document_);
}

}  // namespace sfn
