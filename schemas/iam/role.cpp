#include "schemas/iam/role.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/recognise.h"
#include "lint/json/json_text.h"
#include "schemas/arn.h"
#include "schemas/deployment.h"

namespace sfn::schemas::iam {

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

bool same(const Need& a, const Need& b) {
  if (a.action != b.action || a.resources.size() != b.resources.size()) return false;
  for (size_t i = 0; i < a.resources.size(); ++i)
    if (a.resources[i].acted_on != b.resources[i].acted_on) return false;
  return true;
}

Place place_of(const Need& need) { return need.because ? need.because.place() : need.state->value.key(); }

}  // namespace

Role::Role(const asl::Machine& machine) : machine_(machine) {
  for (const Document* file : deployment(machine.surroundings()).policies) files_.emplace_back(*file);
  for (const Document* file : deployment(machine.surroundings()).task_role_policies)
    task_files_.emplace_back(*file);
  for (const PolicyFile& file : files_)
    for (const Policy& policy : file.policies) (policy.trust ? trusts_ : permissions_).push_back(&policy);
  // Of a file that holds none, nobody knows what it was meant to grant.
  for (const PolicyFile& file : files_)
    if (file.policies.empty()) permissions_.clear();
  for (const PolicyFile& file : task_files_)
    for (const Policy& policy : file.policies)
      if (!policy.trust) task_permissions_.push_back(&policy);
  know();
}

// The region and account of the role's other resources are very likely those of a new one.
void Role::know() {
  knowns_ = sfn::schemas::iam::known_values(machine_);
  std::string partition, region, account;
  bool differ = false;
  const auto see = [&](std::string& known, std::string_view value) {
    if (value.empty() || asl::may_hold_blank(value)) return;
    differ = differ || (!known.empty() && known != value);
    known = value;
  };
  for (const Policy* policy : permissions_)
    for (const Statement& statement : policy->statements)
      for (Value resource : statement.resources) {
        const auto arn = resource.is_string() ? read_arn(resource.text()) : std::nullopt;
        if (!arn || arn->service == "iam") continue;
        see(partition, arn->partition);
        see(region, arn->region);
        see(account, arn->account);
      }
  if (differ) return;
  if (knowns_.partition.empty()) knowns_.partition = partition;
  if (knowns_.region.empty()) knowns_.region = region;
  if (knowns_.account.empty()) knowns_.account = account;
}

Verdict Role::judge(const std::vector<const Policy*>& policies, const Need& need) {
  Verdict verdict;
  Answer denied = Answer::no;
  for (const Policy* policy : policies)
    for (const Statement& statement : policy->statements) {
      const Answer answer = statement.answers(need);
      if (statement.effect == Effect::deny) {
        denied = std::max(denied, answer);
        if (answer == Answer::yes && !verdict.denied_by) {
          verdict.denied_by = &statement;
          verdict.policy = policy;
        }
        continue;
      }
      const bool certain = statement.effect == Effect::allow;
      verdict.allowed = std::max(verdict.allowed, certain ? answer : std::min(answer, Answer::maybe));
      verdict.named = verdict.named || statement.names(need.action) != Answer::no;
    }
  if (verdict.denied_by) verdict.allowed = Answer::no;
  else if (denied == Answer::maybe) verdict.allowed = std::min(verdict.allowed, Answer::maybe);
  return verdict;
}

std::vector<Lack> Role::lacks(NeedKind kind) const {
  std::vector<Lack> found;
  if (!given()) return found;
  for (const Need& need : machine_.derive<Needs>().all) {
    if (need.kind != kind || need.usual) continue;
    const auto known =
        std::find_if(found.begin(), found.end(), [&](const Lack& lack) { return same(*lack.need, need); });
    if (known != found.end()) {
      known->all.push_back(&need);
      continue;
    }
    const Verdict verdict = judge(permissions_, need);
    if (verdict.allowed == Answer::no) found.push_back({&need, verdict, {&need}});
  }
  return found;
}

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

Diagnostic& report_lack(const Role& role, const std::vector<Lack>& lacks, std::string message, Safety safety,
                        Report& report) {
  const Policy& policy = *role.permissions().front();
  const Value statements = policy.root["Statement"];
  Diagnostic& found =
      report.add(statements ? policy.label(statements) : policy.label(policy.root), std::move(message));
  std::vector<Need> needs;
  std::vector<const asl::State*> noted;
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

}  // namespace sfn::schemas::iam
