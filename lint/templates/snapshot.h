// Jest snapshots of CDK stacks: templates as the package pretty-format prints them. Source:
// https://github.com/jestjs/jest/tree/main/packages/pretty-format
#pragma once

#include <vector>

#include "lint/document.h"

namespace sfn::templates {

/// The values that a snapshot file exports and that read like templates, in its order. Nothing in them can be
/// changed: they are written by tests. `source` must outlive the result.
std::vector<Document> read_snapshots(const Source& source, FileId file);

}  // namespace sfn::templates
