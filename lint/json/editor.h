// Renders the changes of a fix as edits of a JSON text, as a careful person would make them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"

namespace sfn::json {

/// Replaces bytes of the file.
struct Edit {
  Span span;
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// The edits of all changes of a fix, sorted and not overlapping. Commas, indentation, line ends and the
/// blank after a colon follow the neighbours; a one-line object stays on its line. Declines (nullopt) what
/// cannot be done well: changes that touch one another, a name that the object has already, a part of a
/// placeholder, an object whose members come partly from a placeholder, a place in another file.
std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix);

/// The text with the edits made, which must be sorted and not overlap.
std::string apply(std::string_view text, std::span<const Edit> edits);

}  // namespace sfn::json
