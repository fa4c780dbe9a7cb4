#include "schemas/stack/child_machine.h"

#include "lint/asl/payload.h"
#include "lint/templates/found.h"

namespace sfn::schemas {

namespace {

asl::MachineType type_of(const Declared& machine) {
  for (const char* name : {"StateMachineType", "Type", "type"})
    if (const Value type = machine.properties[name]) return templates::machine_type(type);
  return templates::machine_type({});
}

}  // namespace

ChildMachine child_machine(const asl::State& state) {
  const Deployment& known = deployment(state.machine().surroundings());
  const asl::Parameter arn = asl::parameter(state.arguments(), "StateMachineArn", state.language);
  if (!known.declarations || !arn || arn.dynamic) return {};
  const Declared* child = known.find(ResourceKind::state_machine, arn.value.text());
  return child ? ChildMachine{child, type_of(*child)} : ChildMachine();
}

}  // namespace sfn::schemas
