// Statements that are intended for a need but miss it.
#pragma once

#include <optional>
#include <string_view>

#include "schemas/iam/role.h"

namespace sfn::rules::policy {

using namespace schemas::iam;

/// The rule that Step Functions keeps for ECS tasks.
/// Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
inline constexpr std::string_view ecs_rule_name = "StepFunctionsGetEventsForECSTaskRule";

struct Slip {
  const Policy* policy = nullptr;
  const Statement* statement = nullptr;
  /// The resource that misses it; absent where all of them do.
  Value resource;
};

/// The name of the rule that a need of the kind `managed_rule` is for.
std::string_view rule_name(const Need& need);
/// An Allow of a rule's action on one whose name is nearly the right one.
std::optional<Slip> misspelt_rule(const Role& role, const Need& need);
/// An Allow of the action only on task definitions.
std::optional<Slip> on_definition(const Role& role, std::string_view action);

}  // namespace sfn::rules::policy
