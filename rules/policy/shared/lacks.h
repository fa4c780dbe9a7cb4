// Shared reporting of permissions that a role lacks.
#pragma once

#include <string_view>

#include "schemas/iam/role.h"

namespace sfn::rules::policy {

using namespace schemas::iam;

/// Of an action on running tasks: each need of that kind is a finding, but for what other rules speak of,
/// what is denied and what is allowed on task definitions.
void report_task_lacks(const asl::Machine& machine, NeedKind kind, std::string_view action, Report& report);

/// Lacks of one state are one finding: "`A` and more are not allowed, but required by `who`state `Run`".
void report_lacks_by_state(const asl::Machine& machine, NeedKind kind, std::string_view who, Report& report,
                           Safety safety = Safety::unsafe);

}  // namespace sfn::rules::policy
