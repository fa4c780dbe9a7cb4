// Renders the changes of a fix as edits of a JSON text, as a careful person would make them.
#pragma once

#include <optional>
#include <vector>

#include "lint/diagnostic.h"

namespace sfn::json {

/// The edits of all changes of a fix, sorted and not overlapping. Commas, indentation, line ends and the
/// blank after a colon follow the neighbours; a one-line object stays on its line. Declines (nullopt) what
/// cannot be done well: changes that touch one another, a name that the object has already, a part of a
/// placeholder, an object whose members come partly from a placeholder, a place in another file.
std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix);

}  // namespace sfn::json
