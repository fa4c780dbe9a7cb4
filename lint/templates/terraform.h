// Definitions in Terraform's own language: heredocs, whose text is a definition as it stands, and the files
// that `file` and `templatefile` name. Source:
// https://developer.hashicorp.com/terraform/language/expressions/strings
#pragma once

#include <vector>

#include "lint/definition.h"

namespace sfn::templates {

/// One for each definition that a configuration has or names. Where it has none, one with a document that is
/// no definition. Expressions such as `jsonencode({...})` are not read. `source` must outlive the result.
std::vector<Definition> terraform_definitions(const Source& source, FileId file);

}  // namespace sfn::templates
