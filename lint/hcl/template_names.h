// The names that a template takes from what `templatefile` gives it. Source:
// https://developer.hashicorp.com/terraform/language/functions/templatefile
#pragma once

#include <vector>

#include "lint/text.h"

namespace sfn::hcl {

/// In the order of the text, doubles included, without what its own `%{ for }` declares. None where Terraform
/// cannot read the template. Spans are bytes of the text.
std::vector<Span> template_names(std::string_view text);

}  // namespace sfn::hcl
