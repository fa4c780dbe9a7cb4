// The comments of a YAML text, which libyaml passes over.
#pragma once

#include <span>

#include "lint/document.h"

namespace sfn::yaml {

/// Adds the comments to the document. `scalars` are the places of all keys and values in the order of the
/// file; of a block scalar what is behind its header's line.
void add_comments(Document& document, std::span<const Span> scalars);

}  // namespace sfn::yaml
