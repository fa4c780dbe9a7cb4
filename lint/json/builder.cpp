#include "lint/json/builder.h"

#include "lint/json/placeholder.h"
#include "lint/json/string.h"

namespace sfn::json {

std::string_view Builder::decoded(const StringShape& shape) {
  const std::string_view raw = bytes({shape.span.begin + 1, shape.span.end - 1});
  return shape.escaped ? document_.keep(decode(raw)) : raw;
}

/// Fills the node in place: a copy of one that was just written stalls the processor.
Node& Builder::add(Kind kind, Span value, std::string_view text) {
  Level& level = levels_[depth_];
  const auto id = static_cast<NodeId>(document_.size());
  if (level.last != no_node) document_.edit(level.last).next = id;
  level.last = id;
  ++level.children;
  Node& node = document_.append();
  node.value = value;
  node.key = key_;
  node.parent = level.container;
  node.name = name_;
  node.text = text;
  node.kind = kind;
  if (level.container != no_node) document_.index_name(node);
  key_ = {};
  name_ = {};
  return node;
}

void Builder::key(const StringShape& shape) {
  key_ = shape.span;
  name_ = decoded(shape);
  if (shape.template_ && templating(name_) != Templating::none)
    document_.edit(levels_[depth_].container).open = true;
}

void Builder::placeholder_key(Span span) {
  key_ = span;
  name_ = bytes(span);
  document_.edit(levels_[depth_].container).open = true;
}

void Builder::open(Kind kind, uint32_t begin) {
  add(kind, {begin, begin + 1}, {});
  levels_[++depth_] = {static_cast<NodeId>(document_.size() - 1), no_node, 0};
}

void Builder::close(uint32_t end) {
  const Level& level = levels_[depth_--];
  Node& container = document_.edit(level.container);
  container.value.end = end;
  if (container.kind == Kind::object && level.children > Document::few_members)
    document_.index_members(level.container);
}

void Builder::string(const StringShape& shape) {
  const std::string_view text = decoded(shape);
  const Templating found = shape.template_ ? templating(text) : Templating::none;
  Node& node = add(found == Templating::whole ? Kind::opaque : Kind::string, shape.span, text);
  node.templated = found != Templating::none;
}

void Builder::scalar(Kind kind, Span span) { add(kind, span, bytes(span)); }

void Builder::member_placeholder(Span span) {
  document_.edit(levels_[depth_].container).open = true;
  add(Kind::opaque, span, bytes(span));
}

}  // namespace sfn::json
