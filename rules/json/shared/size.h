// The size of a definition against the quota.
#pragma once

#include <cstddef>

namespace sfn::rules::json {

/// Bytes; of the API's field `definition`. Source: Developer Guide, service-quotas ("1 MB", hard).
inline constexpr size_t most_bytes = 1'048'576;
/// From here on a definition is nearly too large: nine tenths.
inline constexpr size_t many_bytes = most_bytes / 10 * 9;

}  // namespace sfn::rules::json
