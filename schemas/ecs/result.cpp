#include "schemas/ecs/result.h"

#include "lint/asl/types/wording.h"
#include "schemas/ecs/run_task.h"

namespace sfn::schemas::ecs {

Shape task_shape() { return result("ecs", "runTask").member("Tasks").shape().item(); }

Shape result_of_run_task(const asl::Machine& machine, const asl::types::Missing& missing) {
  const asl::types::Types& types = machine.derive<DataFlow>().types();
  const auto id = types.result(missing.holder);
  const asl::State* state = asl::types::maker(machine, types, missing.holder);
  if (!id || !state || !run_task(*state) || missing.name.empty()) return {};
  return shape_of(*id);
}

}  // namespace sfn::schemas::ecs
