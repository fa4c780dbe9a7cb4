// Policies that a template has by name: SAM's policy templates, and AWS's managed policies.
#pragma once

#include <optional>
#include <string>

#include "lint/document.h"
#include "schemas/stack/declarations.h"

namespace sfn::schemas::iam {

/// The document of `{"EcsRunTaskPolicy": {"TaskDefinition": "web"}}`, as JSON. Absent for a name that is not
/// in the table.
std::optional<std::string> sam_policy(Value policy, const Declarations& declarations);

/// The document of AWS's managed policy with that name or ARN, as JSON. Absent for one that is not in the
/// table.
std::optional<std::string> managed_policy(std::string_view name);

}  // namespace sfn::schemas::iam
