#include "lint/templates/long_form.h"

#include <memory>
#include <string>

#include "lint/derived.h"

namespace sfn::templates {

namespace {

std::string function(std::string_view tag) {
  const std::string name(tag.substr(1));
  return name == "Ref" || name == "Condition" ? name : "Fn::" + name;
}

// A value with a tag becomes two nodes, the object and its member.
void copy(Value value, NodeId parent, Derivation& made) {
  Node node = value.document().node(value.id());
  Origin origin{value.id()};
  if (const std::string_view tag = value.document().tag(value.id()); !tag.empty()) {
    Node call;
    call.value = node.value;
    call.key = node.key;
    call.name = node.name;
    call.kind = Kind::object;
    parent = made.add(call, parent, {value.id(), From::original, From::made});
    node.key = {};
    node.name = made.document().keep(function(tag));
    origin.key = From::made;
  }
  const NodeId id = made.add(node, parent, origin);
  for (const Value child : value) copy(child, id, made);
}

}  // namespace

Document long_form(Document document) {
  if (document.tags().empty()) return document;
  const auto read = std::make_shared<const Document>(std::move(document));
  Derivation made(read, read->file());
  copy(read->root(), no_node, made);
  return made.finish();
}

}  // namespace sfn::templates
