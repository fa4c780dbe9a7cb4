#include "rules/service/shared/spelling.h"

#include <fmt/core.h>

#include <string>

namespace sfn::rules::service {

bool printed_so(const asl::Parameter& parameter, const Call& call) {
  if (!call.resource.is_integration("batch", "submitJob")) return false;
  for (Value at = parameter.value.parent(); at && at != call.parameters; at = at.parent())
    if (at.parent() == call.parameters) return at.name() == "RetryStrategy" || at.name() == "Timeout";
  return false;
}

void offer_spelling(Diagnostic& found, const asl::Parameter& parameter, std::string_view right,
                    const Call& call) {
  if (asl::parameter(parameter.value.parent(), right, call.state->language)) return;
  const std::string suffix(parameter.value.name().substr(parameter.name.size()));
  found.offer(fmt::format("rename to `{}`", right), rename_key(parameter.value, std::string(right) + suffix));
}

}  // namespace sfn::rules::service
