#include "rules/policy/shared/lacks.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/json/json_text.h"
#include "rules/policy/shared/slips.h"

namespace sfn::rules::policy {

namespace {

// What stays unknown in a fix is left open with a wildcard, so that the policy can be deployed.
std::string deployable(std::string text) {
  for (size_t at = 0; (at = text.find("${", at)) != std::string::npos;) {
    const size_t close = text.find('}', at);
    if (close == std::string::npos) break;
    const bool partition = text.compare(at, close - at + 1, "${Partition}") == 0;
    text.replace(at, close - at + 1, partition ? "aws" : "*");
  }
  return text;
}

Place place_of(const Need& need) { return need.because ? need.because.place() : need.state->value.key(); }

// SAM makes a role of the policies that a state machine itself has.
std::string note_at(const schemas::Declared& declared) {
  const bool role = schemas::kind_of(declared) == schemas::ResourceKind::role;
  if (!role) return fmt::format("SAM makes its role from the policies of `{}`", declared.name);
  return fmt::format("its role `{}` is here", declared.name);
}

std::vector<std::vector<Lack>> by_state(const std::vector<Lack>& lacks) {
  std::vector<std::vector<Lack>> groups;
  for (const Lack& lack : lacks) {
    if (groups.empty() || groups.back().front().need->because != lack.need->because) groups.emplace_back();
    groups.back().push_back(lack);
  }
  return groups;
}

// The CDK allows the actions on `stateMachine:NAME:*` where executions are meant, and nobody can change that.
bool names_all(const std::vector<Lack>& lacks) {
  return std::all_of(lacks.begin(), lacks.end(), [](const Lack& lack) { return lack.verdict.named; });
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

std::string named_states(const std::vector<const Need*>& needs) {
  std::vector<const asl::State*> states;
  for (const Need* need : needs)
    if (std::find(states.begin(), states.end(), need->state) == states.end()) states.push_back(need->state);
  const std::string first = fmt::format("state `{}`", states[0]->name);
  return states.size() == 1 ? first : fmt::format("{} (and {} more)", first, states.size() - 1);
}

std::vector<Change> add_statement(const Policy& policy, const std::vector<Need>& needs, const Role& role) {
  std::vector<Change> changes;
  const Value statements = policy.root["Statement"];
  // How a template would refer to its own resources is not for us to write.
  for (const Need& need : needs)
    for (const NeededResource& resource : need.resources)
      if (resource.granted.find("${@") != std::string::npos) return changes;
  if (policy.quoted || !(statements.is_array() || statements.is_object())) return changes;
  std::vector<Grant> made = grants(needs, role.known_values());
  std::string array;
  for (Grant& grant : made) {
    for (std::string& resource : grant.resources) resource = deployable(resource);
    if (statements.is_array()) changes.push_back(insert_item(statements, to_json(grant)));
    else array += ",\n" + to_json(grant);
  }
  if (statements.is_object())
    changes = {set_value(statements, "[" + json::to_json(statements) + array + "]")};
  return changes;
}

std::string_view awaited(const Need& need) {
  const std::string_view service = need.state->resource.service;
  if (service == "ecs") return "its task";
  return service == "states" ? "the execution it starts" : "its job";
}

Diagnostic& report_need(const Role& role, const Need& need, Place in_policy, std::string message,
                        std::string_view does, Report& report) {
  const schemas::Declared* declared = role.declared();
  Diagnostic& found = report.add(declared ? place_of(need) : in_policy, std::move(message));
  if (declared) found.note(note_at(*declared), declared->place);
  else found.note(fmt::format("state `{}` {}", need.state->name, does), place_of(need));
  return found;
}

Diagnostic& report_lack(const Role& role, const std::vector<Lack>& lacks, std::string message, Safety safety,
                        Report& report) {
  const Policy& policy = *role.permissions().front();
  const Value statements = policy.root["Statement"];
  Diagnostic& found =
      report_need(role, *lacks.front().need, policy.label(statements ? statements : policy.root),
                  std::move(message), "needs it", report);
  std::vector<Need> needs;
  std::vector<const asl::State*> noted{lacks.front().need->state};
  for (const Lack& lack : lacks) {
    needs.push_back(*lack.need);
    if (std::find(noted.begin(), noted.end(), lack.need->state) != noted.end()) continue;
    noted.push_back(lack.need->state);
    found.note(fmt::format("state `{}` needs it", lack.need->state->name), place_of(*lack.need));
  }
  auto changes = add_statement(policy, needs, role);
  const char* const title = changes.size() == 1 ? "add the statement" : "add the statements";
  if (!changes.empty()) found.offer(title, safety, std::move(changes));
  return found;
}

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
    if (kind == NeedKind::distributed_map && role.declared() && names_all(lacks)) continue;
    report_lack(role, lacks,
                fmt::format("{} not allowed, but required by {}{}", actions_of(lacks), who,
                            named_states(lacks.front().all)),
                safety, report);
  }
}

}  // namespace sfn::rules::policy
