// Renders the changes of a fix as edits of a file of HCL, as a careful person would make them.
#pragma once

#include <optional>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/hcl/source_map.h"

namespace sfn::hcl {

/// The edits of all changes of a fix, sorted and not overlapping. Declines (nullopt) what cannot be done
/// well: changes of what a name or a call stands for, of what `merge` puts together, or with comments in
/// between.
std::optional<std::vector<Edit>> render(const Document& document, const HclSourceMap& written,
                                        const Fix& fix);

}  // namespace sfn::hcl
