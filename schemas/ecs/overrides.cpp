#include "schemas/ecs/overrides.h"

#include "lint/asl/payload_size.h"
#include "lint/asl/task_token.h"

namespace sfn::schemas::ecs {

OverridesSize overrides_size(const RunTask& task) {
  const asl::PayloadSize payload = asl::payload_size(task.overrides(), task.language());
  OverridesSize size;
  size.least = payload.least;
  for (const Value expression : payload.expressions)
    ++(asl::find_token(expression.text()) ? size.tokens : size.unknown);
  return size;
}

}  // namespace sfn::schemas::ecs
