// Values that a template puts into a definition as strings.
#pragma once

#include "lint/templates/resource.h"

namespace sfn::templates {

/// Whether a value of the definition is certainly a string once the template is deployed, although its text
/// is not known: a quoted placeholder, or a function that returns text. False for what stands bare, and
/// wherever the engine that fills it in is not known.
bool arrives_as_text(const Resource& machine, Value value);

/// Whether that text is certainly the digits of a number: a parameter of type Number, a substitution that is
/// one.
bool arrives_as_number(const Resource& machine, Value value);

}  // namespace sfn::templates
