#include "cli/policy/fix_policies.h"

#include "lint/fix.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

void renew(Check& check, const Beside& beside) {
  const bool shared = schemas::deployment(check.surroundings).policies_shared;
  check.surroundings.attachments = beside.surroundings(check.surroundings.type).attachments;
  if (shared) schemas::share_policies(check.surroundings);
}

bool wanted(const FindingFix& fix, const Check& check, const std::string& path) {
  if (fix.safety == Safety::unsafe && check.level != FixLevel::all) return false;
  for (const FindingEdit& edit : fix.edits)
    if (edit.range.file != path) return false;
  return !fix.edits.empty();
}

void collect(const std::vector<Finding>& findings, const Check& check, const std::string& path,
             Examined& into) {
  for (const Finding& finding : findings) {
    if (!finding.fix || !wanted(*finding.fix, check, path)) continue;
    std::vector<Edit> edits;
    for (const FindingEdit& edit : finding.fix->edits) edits.push_back({edit.range.bytes, edit.text});
    into.fixes.push_back(std::move(edits));
  }
}

}  // namespace

std::vector<FixedPolicy> fix_policies(const std::vector<File>& files, Beside& beside, Check& check) {
  std::vector<FixedPolicy> changed;
  for (size_t i = 0; i < beside.policy_count(); ++i) {
    const std::string path = beside.policy(i).path(), before(beside.policy(i).text());
    const auto examine = [&](const std::string& text) {
      beside.replace_policy(i, text);
      renew(check, beside);
      Examined examined;
      const std::vector<Finding> alone = beside.policy_findings(*check.configs);
      for (const Finding& finding : alone)
        examined.faults += finding.range.file == path && finding.rule->id == "json/syntax";
      collect(alone, check, path, examined);
      for (const File& file : files) {
        Check looking = check;
        looking.level = FixLevel::none;
        collect(check_one(file, looking).findings, check, path, examined);
      }
      return examined;
    };
    const Fixed fixed = fix(before, examine);
    beside.replace_policy(i, fixed.text);
    renew(check, beside);
    if (fixed.made > 0) changed.push_back({path, before, fixed.text, fixed.made, i});
  }
  return changed;
}

void undo(const FixedPolicy& policy, Beside& beside, Check& check) {
  beside.replace_policy(policy.number, policy.before);
  renew(check, beside);
}

}  // namespace sfn::cli
