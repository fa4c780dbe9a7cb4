// Fixes in policies for findings about definitions.
#pragma once

#include <string>
#include <vector>

#include "cli/check_one.h"

namespace sfn::cli {

struct FixedPolicy {
  std::string path, before, after;
  size_t made = 0, number = 0;  // `number` as Beside counts policies
};

/// Applies the fixes to the texts of the policies, not to their files. Afterwards `beside` has the new texts,
/// and `check` uses them. Each pass checks all files again.
std::vector<FixedPolicy> fix_policies(const std::vector<File>& files, Beside& beside, Check& check);

/// Puts the old text back, for a file that could not be written.
void undo(const FixedPolicy& policy, Beside& beside, Check& check);

}  // namespace sfn::cli
