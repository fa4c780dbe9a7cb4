// The IAM policies of --policy and --task-role-policy: findings about them, and fixes in them.
#pragma once

#include <string>
#include <vector>

#include "cli/check/one_file.h"

namespace sfn::cli {

/// The findings about the policies that do not depend on the definitions. The configuration for each policy
/// is that of its own path; where it cannot be used, the policy is not checked.
std::vector<Finding> policy_findings(const Inputs& inputs, Configs& configs);

struct FixedPolicy {
  std::string path, before, after;
  size_t made = 0, number = 0;  // `number` as Inputs counts policies
};

/// Applies the fixes for findings about policies and definitions to the texts of the policies, not to their
/// files. Afterwards the inputs have the new texts. Each pass checks all files again.
std::vector<FixedPolicy> fix_policies(const std::vector<File>& files, RunContext& context);

/// Puts the old text back, for a file that could not be written.
void undo(const FixedPolicy& policy, RunContext& context);

}  // namespace sfn::cli
