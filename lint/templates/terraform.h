// Definitions in Terraform's own language: `jsonencode({...})`, texts and heredocs, and the files that `file`
// and `templatefile` name. Source: https://developer.hashicorp.com/terraform/language/functions/templatefile
#pragma once

#include <vector>

#include "lint/definition.h"

namespace sfn::templates {

/// One for each definition that a configuration has or names, in its order, whether it is that of an
/// `aws_sfn_state_machine` or a value for a module; one with a fault where Terraform cannot read the file.
/// Where it has no definition, one with a document that is none. `source` must outlive the result.
std::vector<Definition> terraform_definitions(const Source& source, FileId file);

}  // namespace sfn::templates
