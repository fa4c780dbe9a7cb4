// JSONata 2.0.6, the version that Step Functions implements: a text into a tree.
#pragma once

#include <optional>
#include <string_view>

#include "lint/asl/jsonata/fault.h"
#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

/// Parses an expression (what stands between `{%` and `%}`), in linear time. Refuses what the reference
/// implementation, npm's jsonata 2.0.6, refuses when it compiles; and what is nested deeper than `max_depth`.
/// The tree keeps a view of `text`; after a fault it holds nothing of use. A tree may be used again.
std::optional<Fault> parse(std::string_view text, Tree& tree);

}  // namespace sfn::asl::jsonata
