#include "schemas/ecs/overrides.h"

#include "lint/asl/payload_size.h"
#include "lint/asl/task_token.h"

namespace sfn::schemas::ecs {

namespace {

void measure(const RunTask& task, OverridesSize& size) {
  const asl::PayloadSize payload = asl::payload_size(task.overrides(), task.language());
  size = {};
  size.least = payload.least;
  for (const Value expression : payload.expressions)
    ++(asl::find_token(expression.text()) ? size.tokens : size.unknown);
}

}  // namespace

OverridesSize overrides_size(const RunTask& task) {
  return task.state->machine().derive<OfRunTask<OverridesSize, measure>>().of(task);
}

}  // namespace sfn::schemas::ecs
