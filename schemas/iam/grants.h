// Needs merged into the statements of one policy.
#pragma once

#include <string>
#include <vector>

#include "schemas/iam/needs.h"

namespace sfn::schemas::iam {

/// Values that no definition contains, as far as they are known; empty means unknown.
struct KnownValues {
  std::string partition, region, account, state_machine;
  /// Replaces `${Partition}`, `${Region}`, `${Account}` and `${StateMachineName}` where they are known.
  std::string fill(std::string text) const;
};

/// The values that all ARNs of the definition agree on. None if a state uses another role's credentials.
KnownValues known_values(const asl::Machine& machine);

/// One Allow statement.
struct Grant {
  std::vector<std::string> actions, resources;
  /// For the condition on `iam:PassedToService`; empty for none.
  std::string passed;
  size_t order = 0;
};

/// Merged, without grants that another one covers; sorted as on the pages of the Developer Guide: actions on
/// the service, the managed rules, roles.
std::vector<Grant> grants(const std::vector<Need>& needs, const KnownValues& known_values);

/// A statement as JSON, over several lines with two blanks a level.
std::string to_json(const Grant& grant);
/// The whole policy document, as JSON.
std::string to_json(const std::vector<Grant>& grants);

}  // namespace sfn::schemas::iam
