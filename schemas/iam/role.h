// Compares the given policies with what the definition needs.
#pragma once

#include <string>
#include <vector>

#include "lint/asl/machine.h"
#include "schemas/iam/declared_role.h"
#include "schemas/iam/grants.h"
#include "schemas/iam/policy.h"

namespace sfn::schemas::iam {

/// How the policies answer one need.
struct Verdict {
  /// `no` is certain: whoever waits for this waits in vain.
  Answer allowed = Answer::no;
  /// The Deny that decides it; null if none does.
  const Statement* denied_by = nullptr;
  /// The policy of that Deny.
  const Policy* policy = nullptr;
  /// Some statement allows the action, though maybe not on this resource or under this condition.
  bool named = false;
};

/// A need that is not met, with all the states that have it.
struct Lack {
  const Need* need = nullptr;
  Verdict verdict;
  std::vector<const Need*> all;
};

/// For `machine.derive`.
class Role {
 public:
  explicit Role(const asl::Machine& machine);

  /// Whether there is a policy to compare needs with; otherwise nothing can be missing.
  bool given() const { return !permissions_.empty(); }
  /// The policies that grant permissions, and those that say who may assume the role.
  const std::vector<const Policy*>& permissions() const { return permissions_; }
  const std::vector<const Policy*>& trusts() const { return trusts_; }
  /// The policies of the tasks' roles, from files.
  const std::vector<const Policy*>& task_permissions() const { return task_permissions_; }
  /// The resource of the template that has the permissions; null where files give them, too.
  const Declared* declared() const { return files_.empty() ? declared_.resource : nullptr; }

  /// Needs of one kind that are certainly not met, each once, in source order. Empty if nothing is given.
  std::vector<Lack> lacks(NeedKind kind) const;
  Verdict verdict(const Need& need) const { return judge(permissions_, need); }
  static Verdict judge(const std::vector<const Policy*>& policies, const Need& need);

  /// Unknown parts of ARNs, taken from the definition and the policies, for the text of fixes.
  const KnownValues& known_values() const { return knowns_; }

 private:
  void know();

  const asl::Machine& machine_;
  std::vector<PolicyFile> files_, task_files_;
  DeclaredRole declared_;
  std::vector<const Policy*> permissions_, trusts_, task_permissions_;
  KnownValues knowns_;
};

}  // namespace sfn::schemas::iam
