// Parameters that must be given and are not there.
#pragma once

#include <functional>

#include "schemas/call/parameters.h"

namespace sfn::rules::service {

using namespace schemas;

/// Tells each required member that an object of the parameters lacks. One that is there misspelt is not told:
/// service/parameter-case and service/unknown-parameter say how it is spelled.
void each_missing(const Call& call, const std::function<void(Value object, schemas::Member missing)>& tell);

/// Whether a missing member is certainly refused. Those of the call itself are, and those inside the
/// parameters of ECS; inside other ones the API may have stopped to require them.
bool certainly_required(Value object, const Call& call);

/// "missing parameter `Subnets` of `NetworkConfiguration.AwsvpcConfiguration`"
std::string missing_message(Value object, schemas::Member missing, const Call& call);

}  // namespace sfn::rules::service
