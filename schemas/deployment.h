// What a definition is deployed with in an AWS account, as far as a run was told.
#pragma once

#include "lint/asl/surroundings.h"

namespace sfn::schemas {

struct Deployment final : asl::Attachments {
  /// The output of `aws ecs describe-task-definition`.
  std::vector<const Document*> task_definitions = {};
  /// IAM policies of the state machine's role, and of the roles of its tasks.
  std::vector<const Document*> policies = {}, task_role_policies = {};
  /// Several definitions are checked against these policies, so no permission in them can be called unused.
  bool policies_shared = false;

  std::vector<const Document*> documents() const override;
};

/// An empty one if nothing is known.
const Deployment& deployment(const asl::Surroundings& surroundings);

void set_deployment(asl::Surroundings& surroundings, Deployment deployment);
/// Notes that several definitions are checked against the policies.
void share_policies(asl::Surroundings& surroundings);

namespace given {

inline constexpr asl::Requirement task_definition{"a task definition", [](const asl::Surroundings& known) {
                                                    return !deployment(known).task_definitions.empty();
                                                  }};
inline constexpr asl::Requirement role_policy{
    "a policy of the state machine's role",
    [](const asl::Surroundings& known) { return !deployment(known).policies.empty(); }};
inline constexpr asl::Requirement task_role_policy{
    "a policy of the task's role",
    [](const asl::Surroundings& known) { return !deployment(known).task_role_policies.empty(); }};

}  // namespace given

}  // namespace sfn::schemas
