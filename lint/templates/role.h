// The policies of a state machine's role, where the same template has both.
#pragma once

#include "lint/templates/resource.h"

namespace sfn::templates {

/// Fills in the policies of the role that `machine`, a member of `Resources`, names.
void find_policies(Value machine, Resource& resource);

}  // namespace sfn::templates
