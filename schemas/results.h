// What the services return, for the types of the data that flows through a machine.
#pragma once

#include "lint/asl/types/sample.h"
#include "schemas/schemas.h"

namespace sfn::schemas {

/// Of results with a recorded answer of AWS (schemas/results.cpp says which), and of every request-response
/// call; of the others nothing is known.
const asl::types::ResultTypes& result_types();

/// The shape that a result is; absent for what is no plain shape.
Shape shape_of(asl::types::ResultId id);

/// The data of a machine: `machine.derive<DataFlow>()`.
struct DataFlow : asl::types::Flow {
  explicit DataFlow(const asl::Machine& machine);
};

/// The same with each of the sample inputs: `machine.derive<SampleRuns>()`.
struct SampleRuns : asl::types::SampleRuns {
  explicit SampleRuns(const asl::Machine& machine);
};

}  // namespace sfn::schemas
