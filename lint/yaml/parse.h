// Reads a YAML text into a Document.
#pragma once

#include <optional>

#include "lint/document.h"
#include "lint/json/fault.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

/// One of document and fault is set.
struct Parsed {
  std::optional<Document> document;
  std::optional<json::Fault> fault;
  /// Of the document, which owns it.
  const Origins* origins = nullptr;
};

/// Reads the one document of a stream of YAML, as YAML 1.1 and the core schema of YAML 1.2 agree: a plain
/// scalar that they take for different values (`yes`, `010`, `2020-01-01`) is Kind::opaque, its text as it
/// stands (see plain.h). Numbers, booleans and null have the text that JSON has for them, so that `0x1F` is
/// `31`; how a value is written is `document.text()` at the span of its node. Doubled keys stay. Aliases and
/// merge keys are copies of what they stand for (see YamlSourceMap for their places); past 200,000 copied
/// values, 512 levels, or where an alias stands inside its own anchor, the text is refused. Placeholders of
/// templates make strings opaque or `templated`, as in JSON. `source` must outlive the document. May be
/// called from several threads.
Parsed parse(const Source& source, FileId file, LocalTags local_tags = LocalTags::opaque);

}  // namespace sfn::yaml
