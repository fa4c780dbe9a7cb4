// Directives of template engines that know nothing of JSON or YAML: Jinja and Cookiecutter, Go, ERB.
#pragma once

#include <optional>
#include <string_view>

#include "lint/text.h"

namespace sfn::templates {

/// The first of `{{ name }}`, `{% if ... %}` and `<%= ... %>` that does not stand in quotes or in a comment;
/// each is on one line. `{{resolve:...}}` is CloudFormation's own, and `{% %}` with anything but a statement
/// of an engine is JSONata.
std::optional<Span> find_directive(std::string_view text);

}  // namespace sfn::templates
