// Edits of a file's bytes: what a fix comes to once a document's source map has rendered it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lint/text.h"

namespace sfn {

/// Replaces bytes of a file.
struct Edit {
  Span span;
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Whether one of the edits is at, in or directly beside a place where one of the others is, so that which of
/// them comes first would matter.
bool touch(std::span<const Edit> some, std::span<const Edit> others);

/// The text with the edits made, which must be sorted and not overlap.
std::string applied(std::string_view text, std::span<const Edit> edits);

}  // namespace sfn
