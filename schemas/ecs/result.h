// Where later expressions read the result of an ECS task.
// Source: what executions on AWS return, recorded by LocalStack's snapshot tests: RunTask's answer
// `{Tasks, Failures}` for request-response, the one stopped task for `.sync`, in PascalCase.
#pragma once

#include <string_view>
#include <vector>

#include "lint/asl/expression.h"
#include "schemas/ecs/run_task.h"
#include "schemas/schemas.h"

namespace sfn::schemas::ecs {

/// A name or index on the way into the result, and where it stands.
struct ResultStep {
  std::string_view name;  // empty for an index
  int64_t index = 0;
  Place place;    // the name, or the index with its brackets
  size_t offset;  // in the decoded string: where the step begins, its dot or bracket included
  size_t end;
};

/// An expression that certainly reads the result.
struct ResultReading {
  Value value;
  std::vector<ResultStep> steps;
};

/// All such in the state itself (ResultSelector, Assign, Output) and in the states that are entered from it
/// alone, directly or through states that pass their input on.
const std::vector<ResultReading>& result_readings(const RunTask& task);

/// The shape of the result; absent for a callback, whose result is what the container sends.
Shape result_shape(const RunTask& task);
/// The shape of one task.
Shape task_shape();

}  // namespace sfn::schemas::ecs
