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

  std::vector<const Policy*> policies() const;
};

/// The role of the state machine.
DeclaredRole machine_role(const Deployment& deployment);
/// The role that a text refers to, or names.
DeclaredRole declared_role(const Declarations& declarations, std::string_view text);

}  // namespace sfn::schemas::iam
