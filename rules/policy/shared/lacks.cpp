#include "rules/policy/shared/lacks.h"

#include <fmt/core.h>

#include "rules/policy/shared/slips.h"

namespace sfn::rules::policy {

namespace {

std::vector<std::vector<Lack>> by_state(const std::vector<Lack>& lacks) {
  std::vector<std::vector<Lack>> groups;
  for (const Lack& lack : lacks) {
    if (groups.empty() || groups.back().front().need->because != lack.need->because) groups.emplace_back();
    groups.back().push_back(lack);
  }
  return groups;
}

// "`a:B`, `c:D` are", each once.
std::string actions_of(const std::vector<Lack>& lacks) {
  std::string actions;
  size_t count = 0;
  for (const Lack& lack : lacks) {
    const std::string name = fmt::format("`{}`", lack.need->action);
    if (actions.find(name) != actions.npos) continue;
    actions += (actions.empty() ? "" : ", ") + name;
    ++count;
  }
  return actions + (count == 1 ? " is" : " are");
}

}  // namespace

void report_task_lacks(const asl::Machine& machine, NeedKind kind, std::string_view action, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(kind)) {
    if (lack.verdict.denied_by || on_definition(role, action)) continue;
    report_lack(role, {lack},
                fmt::format("`{}` is not allowed, but {} waits for its task", action, named_states(lack.all)),
                Safety::safe, report);
  }
}

void report_lacks_by_state(const asl::Machine& machine, NeedKind kind, std::string_view who, Report& report,
                           Safety safety) {
  const Role& role = machine.derive<Role>();
  for (const std::vector<Lack>& lacks : by_state(role.lacks(kind))) {
    // policy/denied speaks of it.
    if (kind == NeedKind::map_start && lacks.front().verdict.denied_by) continue;
    report_lack(role, lacks,
                fmt::format("{} not allowed, but required by {}{}", actions_of(lacks), who,
                            named_states(lacks.front().all)),
                safety, report);
  }
}

}  // namespace sfn::rules::policy
