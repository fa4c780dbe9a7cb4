// Reads a JSON text into a Document.
#pragma once

#include <optional>

#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn::json {

/// Exactly one of the two is set.
struct Parsed {
  std::optional<Document> document;
  std::optional<Fault> fault;
};

/// Reads RFC 8259 with nothing skipped: doubled keys stay, numbers stay as written (30 digits and `1e999`
/// too), a surrogate escape without its partner is U+FFFD in the decoded text, a BOM is passed over (`text()`
/// of the document still has it). Placeholders of templates are values of Kind::opaque or strings that are
/// `templated`. `source` must outlive the document. May be called from several threads.
Parsed parse(const Source& source, FileId file);

}  // namespace sfn::json
