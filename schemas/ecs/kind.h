// What an expression can return, judging by its outermost function, operator or field of the context object.
#pragma once

#include <string>

#include "lint/asl/intrinsic/functions.h"
#include "schemas/ecs/run_task.h"

namespace sfn::schemas::ecs {

/// The JSON types that a dynamic parameter can have; all of them where that is not plain. Literals and texts
/// that do not parse are never judged.
asl::intrinsic::Kinds kinds(const RunTask& task, const asl::Parameter& parameter);
/// Whether a dynamic parameter certainly returns none of the `wanted` types.
inline bool never(const RunTask& task, const asl::Parameter& parameter, asl::intrinsic::Kinds wanted) {
  return (kinds(task, parameter) & wanted) == 0;
}

}  // namespace sfn::schemas::ecs
