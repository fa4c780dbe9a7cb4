// A definition that stands as text in a template: in one string, or in pieces.
#pragma once

#include <memory>

#include "lint/composition.h"
#include "lint/json/parse.h"

namespace sfn::templates {

/// Reads the text as JSON. The places of the document, and the spans and repairs of a fault, are bytes of the
/// template; its `text()` and the spans of its nodes are of the text. `outer`, which the composition borrows,
/// lives as long as the document does.
json::Parsed read_text(std::shared_ptr<const Document> outer, Composition composition);

}  // namespace sfn::templates
