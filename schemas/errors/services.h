// How integrations name the errors of their services: the part before the dot. Sources: Developer Guide,
// pages concepts-error-handling, connect-* and supported-services-awssdk, and error names observed in
// executions on AWS.
#pragma once

#include <string>
#include <string_view>

#include "lint/asl/resource.h"

namespace sfn::schemas::errors {

/// The service whose optimized integration raises errors of that prefix, as an ARN spells it: `ecs` for `ECS`
/// and `AmazonECS`. Empty for other prefixes: they may be names that programs choose.
std::string_view optimized_service(std::string_view prefix);
/// The prefix that the optimized integration of a service uses: `ECS`; empty if it is not known.
std::string_view optimized_prefix(std::string_view service);

/// The service in the same sense whose `aws-sdk` integration raises errors of that prefix: `ecs` for `Ecs`.
std::string_view sdk_service(std::string_view prefix);
/// The prefix that `aws-sdk:SERVICE` uses: `Ecs`; empty if it is not known.
std::string_view sdk_prefix(std::string_view service);

/// Whether the errors of a task come only from its service, and not from a function or from a program that
/// returns a token, both of which can raise any name.
bool only_service_errors(const asl::Resource& resource);

}  // namespace sfn::schemas::errors
