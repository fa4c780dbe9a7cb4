// Where the places of a JSON document are in its file.
#pragma once

#include "lint/document.h"

namespace sfn::json {

/// Maps places to bytes of a JSON text. A stretch of decoded text covers every escape that it touches; one
/// with begin == end is an empty span before the character at `begin` (before the closing quote, if it is the
/// end). A stretch past the end is cut. The key of a value that has none is the first byte of the value.
class JsonLocator : public Locator {
 public:
  Span span(const Document& document, Place place) const override;
};

}  // namespace sfn::json
