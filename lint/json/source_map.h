// How a document stands in a JSON file.
#pragma once

#include "lint/document.h"

namespace sfn::json {

/// Maps places to bytes of a JSON text. A stretch of decoded text covers every escape that it touches; one
/// with begin == end is an empty span before the character at `begin` (before the closing quote, if it is the
/// end). A stretch past the end is cut. The key of a value that has none is the first byte of the value.
class JsonSourceMap : public SourceMap {
 public:
  Span span(const Document& document, Place place) const override;
  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override;
};

}  // namespace sfn::json
