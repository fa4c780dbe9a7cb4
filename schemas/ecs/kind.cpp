#include "schemas/ecs/kind.h"

#include "schemas/results.h"

namespace sfn::schemas::ecs {

namespace {

using asl::types::Origin;
using asl::types::Type;

const asl::types::Flow& flow_of(const RunTask& task) { return task.state->machine().derive<DataFlow>(); }

Type type_of(const RunTask& task, const asl::Parameter& parameter) {
  if (!parameter.dynamic) return {};
  return flow_of(task).value(parameter.value).value_or(Type());
}

asl::intrinsic::Kinds decided(const asl::types::Types& types, Type type) {
  return types.provenance(type).origin == Origin::definition ? types.kinds(type) : asl::intrinsic::any;
}

}  // namespace

asl::intrinsic::Kinds kinds(const RunTask& task, const asl::Parameter& parameter) {
  return decided(flow_of(task).types(), type_of(task, parameter));
}

std::vector<asl::intrinsic::Kinds> item_kinds(const RunTask& task, const asl::Parameter& parameter) {
  asl::types::Types& types = flow_of(task).types();
  std::vector<asl::intrinsic::Kinds> found;
  for (const Type item : types.items(type_of(task, parameter)).value_or(std::vector<Type>()))
    found.push_back(decided(types, item));
  return found;
}

const asl::Expression* expression_of(const RunTask& task, const asl::Parameter& parameter) {
  for (const asl::Expression& expression : task.state->machine().expressions(*task.state))
    if (expression.value == parameter.value) return &expression;
  return nullptr;
}

}  // namespace sfn::schemas::ecs
