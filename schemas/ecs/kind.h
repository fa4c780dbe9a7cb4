// What the expressions in the parameters of an ECS task can return.
#pragma once

#include <vector>

#include "lint/asl/expression.h"
#include "lint/asl/intrinsic/functions.h"
#include "schemas/ecs/run_task.h"

namespace sfn::schemas::ecs {

/// The JSON types that a dynamic parameter can have, as far as the definition itself decides it; all of them
/// where a service or the execution input does. Literals are never judged.
asl::intrinsic::Kinds kinds(const RunTask& task, const asl::Parameter& parameter);
/// The same for each item of an array that it returns; empty where their number is not known.
std::vector<asl::intrinsic::Kinds> item_kinds(const RunTask& task, const asl::Parameter& parameter);
/// The expression of a dynamic parameter; null for a literal.
const asl::Expression* expression_of(const RunTask& task, const asl::Parameter& parameter);
/// Whether a dynamic parameter certainly returns none of the `wanted` types.
inline bool never(const RunTask& task, const asl::Parameter& parameter, asl::intrinsic::Kinds wanted) {
  return (kinds(task, parameter) & wanted) == 0;
}

}  // namespace sfn::schemas::ecs
