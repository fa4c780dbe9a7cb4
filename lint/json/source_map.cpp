#include "lint/json/source_map.h"

#include <algorithm>
#include <functional>

#include "lint/json/editor.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

/// Where the unit is in the raw text that has the byte `offset` of the decoded text; `behind` asks for its
/// end.
struct Walker {
  std::string_view raw;
  uint32_t at = 0, decoded = 0;

  /// Goes on to the unit that holds the decoded byte `offset`.
  void to(uint32_t offset) {
    while (at < raw.size()) {
      const Unit unit = unit_at(raw, at);
      if (decoded + unit.decoded > offset) return;
      at += unit.raw;
      decoded += unit.decoded;
    }
  }
};

/// `decoded` is a view into `text` unless there were escapes to decode.
bool stands_in(std::string_view text, std::string_view decoded) {
  const std::less_equal<const char*> before;
  return before(text.data(), decoded.data()) && before(decoded.data(), text.data() + text.size());
}

Span stretch(std::string_view text, Span quoted, std::string_view decoded, uint32_t begin, uint32_t end) {
  if (stands_in(text, decoded)) {
    const auto base = static_cast<uint32_t>(decoded.data() - text.data());
    begin = std::min(begin, static_cast<uint32_t>(decoded.size()));
    end = std::clamp(end, begin, static_cast<uint32_t>(decoded.size()));
    return {base + begin, base + end};
  }
  const Span content{quoted.begin + 1, quoted.end - 1};
  Walker walker{text.substr(content.begin, content.end - content.begin)};
  walker.to(begin);
  const uint32_t first = content.begin + walker.at;
  if (end <= begin) return {first, first};
  walker.to(end - 1);
  const uint32_t last = walker.at < walker.raw.size() ? unit_at(walker.raw, walker.at).raw : 0u;
  return {first, content.begin + walker.at + last};
}

}  // namespace

Span JsonSourceMap::span(const Document& document, Place place) const {
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
    case Part::start:
      return start;
    case Part::text:
      return stretch(document.text(), node.value, node.text, place.begin, place.end);
    case Part::key_text:
      return keyed ? stretch(document.text(), node.key, node.name, place.begin, place.end) : start;
    case Part::bytes:
      break;
  }
  return {place.begin, place.end};
}

std::optional<std::vector<Edit>> JsonSourceMap::render(const Document& document, const Fix& fix) const {
  return json::render(document, fix);
}

}  // namespace sfn::json
