// Shared reporting of permissions that a role lacks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy {

using namespace schemas::iam;

/// "state `Run`", "state `Run` (and 2 more)".
std::string named_states(const std::vector<const Need*>& needs);

/// What a state with `.sync` waits for, in words: "its task", "the execution it starts", "its job".
std::string_view awaited(const Need& need);

/// A finding at a place of the role's policies, with a note at the state, which says what the state does with
/// the permission: "runs it". If the template has the role, a finding at the state with a note at the role.
Diagnostic& report_need(const Role& role, const Need& need, Place in_policy, std::string message,
                        std::string_view does, Report& report);
/// Such a finding at the statements of the role's first policy, with a fix that adds what is missing. The fix
/// is safe only where the call fails without the permission: elsewhere another grant may be meant.
Diagnostic& report_lack(const Role& role, const std::vector<Lack>& lacks, std::string message, Safety safety,
                        Report& report);
/// The change that adds a statement to a policy; absent if the policy is in a string, or has no statements to
/// add to.
std::vector<Change> add_statement(const Policy& policy, const std::vector<Need>& needs, const Role& role);

/// Of an action on running tasks: each need of that kind is a finding, but for what other rules speak of,
/// what is denied and what is allowed on task definitions.
void report_task_lacks(const asl::Machine& machine, NeedKind kind, std::string_view action, Report& report);

/// Lacks of one state are one finding: "`A` and more are not allowed, but required by `who`state `Run`".
void report_lacks_by_state(const asl::Machine& machine, NeedKind kind, std::string_view who, Report& report,
                           Safety safety = Safety::unsafe);

}  // namespace sfn::rules::policy
