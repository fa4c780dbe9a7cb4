#include "lint/templates/inlined.h"

#include <unordered_map>

#include "lint/diagnostic.h"
#include "lint/json/placeholder.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

/// The values of the template that the nodes of the definition are; `calls` are those that intrinsic
/// functions give the text of.
struct Origins {
  std::shared_ptr<const Document> outer;
  std::vector<NodeId> values;
  std::vector<bool> known;  // written as it is: no call
  std::unordered_map<NodeId, Composition> calls;
};

class InlinedSourceMap : public SourceMap {
 public:
  explicit InlinedSourceMap(std::unique_ptr<const Origins> origins) : origins_(std::move(origins)) {}

  Span span(const Document&, Place place) const override {
    if (place.part == Part::bytes) return {place.begin, place.end};
    if (place.node >= origins_->values.size()) return {};
    if (place.part == Part::text)
      if (const auto call = origins_->calls.find(place.node); call != origins_->calls.end())
        return call->second.span({place.begin, place.end});
    place.node = origins_->values[place.node];
    return origins_->outer->span(place);
  }

  std::optional<std::vector<Edit>> render(const Document&, const Fix& fix) const override {
    Fix outer{fix.title, fix.safety, {}};
    for (const Change& change : fix.changes) {
      const auto moved = in_template(change);
      if (!moved) return std::nullopt;
      outer.changes.push_back(*moved);
    }
    return origins_->outer->render(outer);
  }

  std::string_view language() const override { return origins_->outer->source_map().language(); }

 private:
  std::optional<Change> in_template(Change change) const {
    const NodeId node = change.place.node;
    if (change.kind == Change::Kind::replace_bytes || node >= origins_->values.size()) return std::nullopt;
    if (changes_value(change) && !origins_->known[node]) return std::nullopt;
    change.place.node = origins_->values[node];
    change.place.file = origins_->outer->file();
    if (change.into != no_node) change.into = origins_->values[change.into];
    return change;
  }

  static bool changes_value(const Change& change) {
    switch (change.kind) {
      case Change::Kind::rename_key:
      case Change::Kind::remove:
      case Change::Kind::move:
        return false;
      case Change::Kind::replace_text:
        return change.place.part != Part::key && change.place.part != Part::key_text;
      default:
        return true;
    }
  }

  std::unique_ptr<const Origins> origins_;
};

class Copy {
 public:
  Copy(Document& document, Origins& origins, Variables variables)
      : document_(document), origins_(origins), variables_(variables) {}

  NodeId copy(Value value, NodeId parent) {
    const Node& source = value.document().node(value.id());
    Node node{source.value, source.key,  parent,      no_node,
              source.name,  source.text, source.kind, source.templated || holds_variable(source),
              source.open};
    const auto call = parent == no_node ? std::nullopt : intrinsic(value);
    const NodeId id = document_.add(node);
    origins_.values.push_back(value.id());
    origins_.known.push_back(!call);
    if (call) fill_call(id, value);
    else if (value.is_object() || value.is_array()) copy_children(id, value);
    return id;
  }

 private:
  bool holds_variable(const Node& node) const {
    return variables_ == Variables::serverless && node.kind == Kind::string &&
           node.text.find("#{") != std::string_view::npos;
  }

  void copy_children(NodeId parent, Value container) {
    NodeId last = no_node;
    const bool alone = container.child_count() == 1;
    for (const Value child : container) {
      const NodeId id = container.is_object() && !alone && is_call(child) ? add_members(parent, child)
                                                                          : copy(child, parent);
      if (last != no_node) document_.edit(last).next = id;
      last = id;
    }
  }

  // `Fn::Transform` among members: what members it adds, nobody knows.
  NodeId add_members(NodeId parent, Value call) {
    const Node& source = call.document().node(call.id());
    Node node;
    node.value = source.value;
    node.parent = parent;
    node.kind = Kind::opaque;
    document_.edit(parent).open = true;
    origins_.values.push_back(call.id());
    origins_.known.push_back(false);
    return document_.add(node);
  }

  void fill_call(NodeId id, Value value) {
    Node& node = document_.edit(id);
    node.kind = Kind::opaque;
    node.text = value.document().text().substr(node.value.begin, node.value.end - node.value.begin);
    node.open = false;
    auto text = compose(value);
    if (!text) return;
    const json::Templating found = json::templating(text->text());
    if (found == json::Templating::whole) return;
    const auto kept = origins_.calls.emplace(id, std::move(*text)).first;
    node.kind = Kind::string;
    node.text = kept->second.text();
    node.templated = found != json::Templating::none;
  }

  Document& document_;
  Origins& origins_;
  Variables variables_;
};

// Those inside the definition, and behind its last line.
void copy_comments(const Document& outer, Span root, Document& document) {
  const size_t line = outer.text().find('\n', root.end);
  for (const Comment& comment : outer.comments())
    if (comment.span.begin >= root.begin && comment.span.begin < line) document.add_comment(comment);
}

}  // namespace

Document read_object(std::shared_ptr<const Document> outer, Value root, Variables variables, FileId file) {
  auto owned = std::make_unique<Origins>();
  Origins& origins = *owned;
  origins.outer = outer;
  Document document(file, outer->text(), std::make_unique<InlinedSourceMap>(std::move(owned)));
  Copy(document, origins, variables).copy(root, no_node);
  copy_comments(*outer, document.node(0).value, document);
  document.edit(0).key = {};
  document.edit(0).name = {};
  return document;
}

}  // namespace sfn::templates
