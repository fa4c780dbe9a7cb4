// The permissions that the role of a state machine needs, state by state. Source: schemas/permissions.tsv,
// and for ECS the page connect-ecs of the Developer Guide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::schemas::iam {

enum class NeedKind : uint8_t {
  run_task,          // ecs:RunTask
  stop_task,         // ecs:StopTask, of `.sync`
  describe_tasks,    // ecs:DescribeTasks, of `.sync`
  managed_rule,      // the EventBridge rule of `.sync`, where AWS is known to ask for it when it deploys
  tag_resource,      // ecs:TagResource
  pass_role,         // iam:PassRole of a task's roles
  pass_volume_role,  // iam:PassRole of a managed volume's role
  assume_role,       // sts:AssumeRole of Credentials
  child_execution,   // looking at and stopping the executions that `.sync` waits for
  map_start,         // states:StartExecution of a distributed Map
  distributed_map,   // what else a distributed Map, its reader and its writer need
  integration,       // whatever another integration needs
};

/// A resource on which an action is needed. `${Name}` is a value that no definition contains, such as
/// `${Region}`.
struct NeededResource {
  /// As a policy should grant it: `*`, or an ARN.
  std::string granted;
  /// The target of the call; if `granted` is `*`, the ARN with its unknown parts.
  std::string acted_on;
};

struct Need {
  NeedKind kind = NeedKind::integration;
  std::string action;  // "ecs:RunTask"
  /// Any of them will do for the action.
  std::vector<NeededResource> resources = {};
  /// The service to which a role is passed; empty where the documentation has no condition.
  std::string_view passed = {};
  /// The deciding value is not a literal, but an expression or a placeholder.
  bool dynamic = false;
  /// Depends on the data: granted, but never missed.
  bool usual = false;
  /// The position of the statement in a policy.
  size_t order = 0;
  const asl::State* state = nullptr;
  /// The part of the state that requires it: the Resource, a role, Tags.
  Value because = {};
};

/// Why the needs of a state are not known, or not wholly.
enum class UnknownNeedKind : uint8_t {
  unlisted_call,     // the documentation lists no permissions for the integration
  unlisted_action,   // the IAM action of an SDK call is not in the tables
  any_resource,      // the API model does not tell which resources an SDK call acts on
  unread_call,       // the call is an expression, a placeholder or misspelt
  credentials,       // the role in `Credentials` makes the call, so its permissions are another role's
  task_definition,   // the roles are those of a task definition that is not given
  unread_task_role,  // a role in the task definition is no literal ARN
};

struct UnknownNeed {
  const asl::State* state = nullptr;
  UnknownNeedKind kind;
  /// The call, as in "eks:runJob.sync"; empty where the kind says all.
  std::string call = {};
};

/// The needs of all states, those in branches and processors too, in source order. For `machine.derive`.
struct Needs {
  explicit Needs(const asl::Machine& machine);
  std::vector<Need> all;
  std::vector<UnknownNeed> unknown;
};

/// The `ecs:runTask` states that wait for a token.
std::vector<const asl::State*> callback_tasks(const asl::Machine& machine);

/// The position of statements that are not in a table, after all that are.
inline constexpr size_t order_of_sdk = 8000, order_of_rules = 9000, order_of_roles = 9100,
                        order_of_credentials = 9200;

/// The three actions on the rule that Step Functions manages for `.sync`.
bool is_rule_action(std::string_view action);

}  // namespace sfn::schemas::iam
