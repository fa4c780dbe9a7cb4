// What an ECS task returns, and who reads it.
// Source: what executions on AWS return, recorded by LocalStack's snapshot tests: RunTask's answer
// `{Tasks, Failures}` for request-response, the one stopped task for `.sync`, in PascalCase.
#pragma once

#include "schemas/results.h"

namespace sfn::schemas::ecs {

/// The shape of one task, which `.sync` returns.
Shape task_shape();

/// The shape of what a reading misses something in, if it is the result of `ecs:runTask` or a part of it;
/// else absent.
Shape result_of_run_task(const asl::Machine& machine, const asl::types::Missing& missing);

}  // namespace sfn::schemas::ecs
