#include "lint/templates/long_form.h"

#include <string>
#include <utility>
#include <vector>

#include "lint/diagnostic.h"

namespace sfn::templates {

namespace {

/// The nodes as they were read, by the nodes of the long form.
class LongFormSourceMap : public SourceMap {
 public:
  LongFormSourceMap(Document read, std::vector<NodeId> origins)
      : read_(std::move(read)), origins_(std::move(origins)) {}

  Span span(const Document&, Place place) const override {
    if (place.node < origins_.size()) place.node = origins_[place.node];
    return read_.span(place);
  }

  std::optional<std::vector<Edit>> render(const Document&, const Fix& fix) const override {
    Fix read = fix;
    for (Change& change : read.changes) {
      if (change.place.node < origins_.size()) change.place.node = origins_[change.place.node];
      if (change.into < origins_.size()) change.into = origins_[change.into];
    }
    return read_.render(read);
  }

  std::string_view language() const override { return read_.source_map().language(); }

 private:
  Document read_;
  std::vector<NodeId> origins_;
};

std::string function(std::string_view tag) {
  const std::string name(tag.substr(1));
  return name == "Ref" || name == "Condition" ? name : "Fn::" + name;
}

/// Where each node goes: a node with a tag becomes two, the object and its member.
struct Numbers {
  Numbers(const Document& document, const yaml::Tags& tags) {
    for (NodeId id = 0; id < document.size(); ++id) {
      outer.push_back(static_cast<NodeId>(origins.size()));
      origins.push_back(id);
      if (!tags.of(id).empty()) origins.push_back(id);
      inner.push_back(static_cast<NodeId>(origins.size() - 1));
    }
  }

  static NodeId in(const std::vector<NodeId>& ids, NodeId id) { return id == no_node ? no_node : ids[id]; }

  std::vector<NodeId> outer, inner;
  std::vector<NodeId> origins;
};

void copy(Document& to, const Node& node, const Numbers& numbers, NodeId id, std::string_view tag) {
  Node copied = node;
  copied.parent = Numbers::in(numbers.inner, node.parent);
  copied.next = Numbers::in(numbers.outer, node.next);
  if (tag.empty()) {
    to.add(copied);
    return;
  }
  Node call;
  call.value = node.value;
  call.key = std::exchange(copied.key, {});
  call.name = node.name;
  call.parent = copied.parent;
  call.next = std::exchange(copied.next, no_node);
  call.kind = Kind::object;
  to.add(call);
  copied.parent = numbers.outer[id];
  copied.name = to.keep(function(tag));
  to.add(copied);
}

}  // namespace

Document long_form(Document document, const yaml::Tags& tags) {
  if (tags.empty()) return document;
  Numbers numbers(document, tags);
  std::vector<Node> nodes;
  for (NodeId id = 0; id < document.size(); ++id) nodes.push_back(document.node(id));
  const std::vector<Comment> comments(document.comments().begin(), document.comments().end());
  const FileId file = document.file();
  const std::string_view text = document.text();
  Document long_one(file, text, std::make_unique<LongFormSourceMap>(std::move(document), numbers.origins));
  for (NodeId id = 0; id < nodes.size(); ++id) copy(long_one, nodes[id], numbers, id, tags.of(id));
  for (const Comment& comment : comments) long_one.add_comment(comment);
  return long_one;
}

}  // namespace sfn::templates
