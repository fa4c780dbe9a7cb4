#include "lint/hcl/source_map.h"

#include <algorithm>

#include "lint/hcl/editor.h"
#include "lint/hcl/text.h"

namespace sfn::hcl {

namespace {

Span part_of(const File& file, ExpressionId written, Span whole, Place place) {
  if (written == no_expression || file.at(written).kind != Expression::Kind::text) return whole;
  return stretch(file, file.at(written), place.begin, place.end);
}

}  // namespace

Span HclSourceMap::span(const Document& document, Place place) const {
  if (place.part == Part::bytes) return {place.begin, place.end};
  if (place.node >= document.size()) return {};
  const Node& node = document.node(place.node);
  const bool keyed = node.key.end > node.key.begin;
  const Span start{node.value.begin, std::min(node.value.begin + 1, node.value.end)};
  switch (place.part) {
    case Part::value:
      return node.value;
    case Part::key:
      return keyed ? node.key : start;
    case Part::text:
      return part_of(*file_, value(place.node), node.value, place);
    case Part::key_text:
      return keyed ? part_of(*file_, key(place.node), node.key, place) : start;
    default:
      return start;
  }
}

std::optional<std::vector<Edit>> HclSourceMap::render(const Document& document, const Fix& fix) const {
  return hcl::render(document, *this, fix);
}

}  // namespace sfn::hcl
