// Whether the edits of a fix leave the values that the fix asks for.
#pragma once

#include <vector>

#include "lint/diagnostic.h"
#include "lint/edit.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

/// Reads the edited text again: only the lines of the smallest mapping member that holds all edits, where it
/// can be read alone, so that a fix in a large document costs little. `edits` are sorted. False for what is
/// too large to be read again.
bool verify(const Document& document, const Origins& origins, const Fix& fix, const std::vector<Edit>& edits);

}  // namespace sfn::yaml
