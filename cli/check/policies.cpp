#include "cli/check/policies.h"

#include <algorithm>

#include "lint/fix.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

void replace_policy(size_t number, const std::string& text, RunContext& context) {
  context.inputs.replace_policy(number, text);
  const asl::Surroundings now = context.inputs.surroundings(context.surroundings.type);
  const bool shared = schemas::deployment(context.surroundings).policies_shared;
  context.surroundings.attachments = now.attachments;
  if (shared) schemas::share_policies(context.surroundings);
}

// What is found with this text in place of a policy's.
Examined examine(size_t number, const std::string& text, const std::vector<File>& files,
                 RunContext& context) {
  replace_policy(number, text, context);
  const std::string& path = context.inputs.policy(number).source.path();
  Examined examined;
  const std::vector<Finding> found = policy_findings(context.inputs, context.configs);
  for (const Finding& finding : found)
    examined.faults += finding.range.file == path && finding.rule->id == "json/syntax";
  collect_fixes(found, context.level, path, examined.fixes);
  RunContext without_fixes = context;
  without_fixes.level = FixLevel::none;
  for (const File& file : files)
    collect_fixes(check_file(file, without_fixes).findings, context.level, path, examined.fixes);
  return examined;
}

}  // namespace

std::vector<Finding> policy_findings(const Inputs& inputs, Configs& configs) {
  std::vector<Finding> found;
  for (size_t i = 0; i < inputs.policy_count(); ++i) {
    const auto& [source, parsed, id] = inputs.policy(i);
    const Configs::Choice config = configs.choice(source.path());
    if (config.fault) continue;
    const RuleSet& rules = config.setup->rules;
    const std::vector<Diagnostic> diagnostics =
        parsed.document ? check_policy(*parsed.document, rules) : check(*parsed.fault, id, rules);
    for (Finding& finding : resolve(diagnostics, inputs.references({}))) {
      finding.severity = config.setup->selection.severity(*finding.rule);
      found.push_back(std::move(finding));
    }
  }
  return found;
}

std::vector<FixedPolicy> fix_policies(const std::vector<File>& files, RunContext& context) {
  std::vector<FixedPolicy> changed;
  for (size_t i = 0; i < context.inputs.policy_count(); ++i) {
    const Source& source = context.inputs.policy(i).source;
    const std::string path = source.path(), before(source.text());
    const Fixed fixed =
        fix(before, [&](const std::string& text) { return examine(i, text, files, context); });
    replace_policy(i, fixed.text, context);
    if (fixed.made > 0) changed.push_back({path, before, fixed.text, fixed.made, i});
  }
  return changed;
}

void undo(const FixedPolicy& policy, RunContext& context) {
  replace_policy(policy.number, policy.before, context);
}

}  // namespace sfn::cli
