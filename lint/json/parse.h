// Reads JSON into a Document, with simdjson.
#pragma once

#include <optional>

#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn::json {

/// Exactly one is set.
struct Parsed {
  std::optional<Document> document;
  std::optional<Fault> fault;
};

Parsed parse(const Source& source, FileId file);

}  // namespace sfn::json
