// Renders the changes of a fix as edits of a YAML text, as a careful person would make them.
#pragma once

#include <optional>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/edit.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

/// The edits of all changes of a fix, sorted and not overlapping. What is not changed keeps its bytes,
/// comments and style; what is added follows its neighbours. Declines (nullopt) what cannot be done well.
std::optional<std::vector<Edit>> render(const Document& document, const Origins& origins, const Fix& fix);

}  // namespace sfn::yaml
