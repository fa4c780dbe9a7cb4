#include "schemas/iam/role.h"

#include <algorithm>

#include "lint/asl/recognise.h"
#include "schemas/arn.h"
#include "schemas/deployment.h"

namespace sfn::schemas::iam {

namespace {

bool same(const Need& a, const Need& b) {
  if (a.action != b.action || a.resources.size() != b.resources.size()) return false;
  for (size_t i = 0; i < a.resources.size(); ++i)
    if (a.resources[i].acted_on != b.resources[i].acted_on) return false;
  return true;
}

}  // namespace

Role::Role(const asl::Machine& machine) : machine_(machine) {
  for (const Document* file : deployment(machine.surroundings()).policies) files_.emplace_back(*file);
  for (const Document* file : deployment(machine.surroundings()).task_role_policies)
    task_files_.emplace_back(*file);
  declared_ = machine_role(deployment(machine.surroundings()));
  if (!declared_.complete && files_.empty()) declared_ = {};
  for (const PolicyFile& file : files_)
    for (const Policy& policy : file.policies) (policy.trust ? trusts_ : permissions_).push_back(&policy);
  for (const Policy* policy : declared_.policies()) permissions_.push_back(policy);
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

}  // namespace sfn::schemas::iam
