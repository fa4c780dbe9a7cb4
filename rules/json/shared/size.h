// The size of a definition against the quota.
#pragma once

#include <cstddef>

#include "lint/document.h"

namespace sfn::rules::json {

/// Bytes; of the API's field `definition`. Source: Developer Guide, service-quotas ("1 MB", hard).
inline constexpr size_t most_bytes = 1'048'576;
/// From here on a definition is nearly too large: nine tenths.
inline constexpr size_t many_bytes = most_bytes / 10 * 9;

/// The bytes of a definition: less than its file has where it is an object in a template; else those of
/// the shortest JSON for it.
inline size_t bytes_of(const Document& document) {
  if (document.size() == 0) return 0;
  const Span root = document.node(0).value;
  if (document.source_map().language() == "JSON") return root.end - root.begin;
  size_t bytes = 0;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.key.end > node.key.begin) bytes += node.name.size() + 3;  // quotes and colon
    if (node.next != no_node) ++bytes;                                 // comma
    const bool bare = node.kind == Kind::number || node.kind == Kind::boolean || node.kind == Kind::null;
    bytes += bare ? node.text.size() : node.text.size() + 2;  // quotes or brackets
  }
  return bytes;
}

}  // namespace sfn::rules::json
