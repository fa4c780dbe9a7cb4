// A role that a template declares, with its policies.
#pragma once

#include <deque>

#include "schemas/deployment.h"
#include "schemas/iam/policy.h"

namespace sfn::schemas::iam {

struct DeclaredRole {
  /// What has the policies: the role, or the state machine for which SAM makes one. Null if there is none.
  const Declared* resource = nullptr;
  std::deque<PolicyFile> files;
  /// Whether these are all that the role has: otherwise nothing can be said to be missing.
  bool complete = false;
};

/// The role of the state machine.
DeclaredRole machine_role(const Deployment& deployment);
/// The role that a property of a resource names: `TaskRoleArn`.
DeclaredRole role_in(const Declarations& declarations, Value property);

}  // namespace sfn::schemas::iam
