// The state machines that a template declares.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "lint/templates/resource.h"

namespace sfn::templates {

/// In the order of the template; none where the document is no template or has no state machines.
std::vector<Resource> find_resources(const std::shared_ptr<const Document>& outer);

}  // namespace sfn::templates
