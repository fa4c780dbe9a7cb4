#include "rules/ecs/shared/overrides_size.h"

#include "lint/asl/payload_size.h"
#include "rules/ecs/shared/token.h"

namespace sfn::rules::ecs {

OverridesSize overrides_size(const RunTask& task) {
  const asl::PayloadSize payload = asl::payload_size(task.overrides(), task.language());
  OverridesSize size;
  size.least = payload.least;
  for (const Value expression : payload.expressions)
    ++(find_token(expression.text()) ? size.tokens : size.unknown);
  return size;
}

}  // namespace sfn::rules::ecs
