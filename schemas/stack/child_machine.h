// The state machine that a state starts, if the template declares it.
#pragma once

#include "schemas/deployment.h"

namespace sfn::schemas {

struct ChildMachine {
  /// Null if the template does not declare it, or it is not certain which one is started.
  const Declared* declared = nullptr;
  asl::MachineType type = asl::MachineType::unknown;
};
ChildMachine child_machine(const asl::State& state);

}  // namespace sfn::schemas
