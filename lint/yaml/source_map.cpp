#include "lint/yaml/source_map.h"

#include <algorithm>
#include <functional>

#include "lint/diagnostic.h"
#include "lint/json/string.h"
#include "lint/yaml/editor.h"
#include "lint/yaml/pieces.h"

namespace sfn::yaml {
namespace {

bool is_alias(std::string_view file, Span span) { return span.begin < span.end && file[span.begin] == '*'; }

/// The first character of a value, or the alias that stands for it.
Span start_of(std::string_view file, Span value) {
  if (is_alias(file, value)) return value;
  const auto length = static_cast<uint32_t>(json::character_length(file, value.begin));
  return {value.begin, std::min(value.begin + std::max(length, 1u), value.end)};
}

/// `decoded` is a view into `text` unless there was something to decode.
bool stands_in(std::string_view text, std::string_view decoded) {
  const std::less_equal<const char*> before;
  return before(text.data(), decoded.data()) &&
         before(decoded.data() + decoded.size(), text.data() + text.size());
}

Span text_span(std::string_view file, Span scalar, std::string_view decoded, Place place) {
  if (stands_in(file, decoded)) {
    const auto base = static_cast<uint32_t>(decoded.data() - file.data());
    const auto size = static_cast<uint32_t>(decoded.size());
    const uint32_t begin = std::min(place.begin, size), end = std::clamp(place.end, begin, size);
    return {base + begin, base + end};
  }
  // What an alias stands for is decoded elsewhere; an empty value has no text.
  if (scalar.begin == scalar.end || is_alias(file, scalar)) return scalar;
  return stretch(file, scalar, decoded, place.begin, place.end);
}

}  // namespace

Span YamlSourceMap::span(const Document& document, Place place) const {
  if (place.part == Part::bytes) return {place.begin, place.end};
  if (place.node >= document.size()) return {};
  const Node& node = document.node(place.node);
  const bool keyed = node.key.end > node.key.begin;
  const Span start = start_of(document.text(), node.value);
  switch (place.part) {
    case Part::value:
      return node.value;
    case Part::key:
      return keyed ? node.key : start;
    case Part::start:
      return start;
    case Part::text: {
      const Copy* copy = origins_.copy_of(place.node);
      const bool alias = copy && copy->begin == place.node && !copy->merged;
      const Span scalar = alias ? document.node(copy->origin).value : node.value;
      return text_span(document.text(), scalar, node.text, place);
    }
    case Part::key_text:
      return keyed ? text_span(document.text(), node.key, node.name, place) : start;
    case Part::bytes:
      break;
  }
  return {};
}

std::optional<std::vector<Edit>> YamlSourceMap::render(const Document& document, const Fix& fix) const {
  return yaml::render(document, origins_, fix);
}

}  // namespace sfn::yaml
