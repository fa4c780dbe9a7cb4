// Compares the given policies with what the definition needs.
#pragma once

#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/rule.h"
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
  /// The policies of the tasks' roles.
  const std::vector<const Policy*>& task_permissions() const { return task_permissions_; }

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
  std::vector<const Policy*> permissions_, trusts_, task_permissions_;
  KnownValues knowns_;
};

/// "state `Run`", "state `Run` (and 2 more)".
std::string named_states(const std::vector<const Need*>& needs);

/// What a state with `.sync` waits for, in words: "its task", "the execution it starts", "its job".
std::string_view awaited(const Need& need);

/// A finding at the statements of the role's first policy, with a note at the state and a fix that adds what
/// is missing. The fix is safe only where the call fails without the permission: elsewhere another grant may
/// be meant.
Diagnostic& report_lack(const Role& role, const std::vector<Lack>& lacks, std::string message, Safety safety,
                        Report& report);
/// The change that adds a statement to a policy; absent if the policy is in a string, or has no statements to
/// add to.
std::vector<Change> add_statement(const Policy& policy, const std::vector<Need>& needs, const Role& role);

}  // namespace sfn::schemas::iam
