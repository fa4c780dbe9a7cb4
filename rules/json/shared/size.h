// The size of a definition against the quota.
#pragma once

#include <cstddef>

#include "lint/document.h"

namespace sfn::rules::json {

/// Bytes; of the API's field `definition`. Source: Developer Guide, service-quotas ("1 MB", hard).
inline constexpr size_t most_bytes = 1'048'576;
/// From here on a definition is nearly too large: nine tenths.
inline constexpr size_t many_bytes = most_bytes / 10 * 9;

/// The bytes of a definition: less than its file has where it is an object in a template.
inline size_t bytes_of(const Document& document) {
  if (document.size() == 0) return 0;
  const Span root = document.node(0).value;
  return root.end - root.begin;
}

}  // namespace sfn::rules::json
