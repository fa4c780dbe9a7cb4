// How a document stands in a YAML file.
#pragma once

#include "lint/document.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

/// Maps places to bytes of a YAML text.
/// - A value or key: its quotes included, its tag and anchor left out. A block scalar begins at its `|` or
/// `>`
///   and ends with its last line of text. A mapping or list in block style reaches from its first key or dash
///   to the end of its last value. A value that is not there (`Result:`) is an empty span behind the colon.
/// - What an alias stands for: the alias itself for the value as a whole, so that what is wrong with its use
///   is shown where it is used; the text behind the anchor for everything in it.
/// - A stretch of decoded text covers every escape, and every line break with its indentation, that it
/// touches.
class YamlSourceMap : public SourceMap {
 public:
  Span span(const Document& document, Place place) const override;
  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override;
  std::string_view language() const override { return "YAML"; }

  /// For the reader, before the document is given away.
  Origins& origins() { return origins_; }
  const Origins& origins() const { return origins_; }

 private:
  Origins origins_;
};

}  // namespace sfn::yaml
