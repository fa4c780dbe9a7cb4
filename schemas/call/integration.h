// What the tables say about the integration that a Resource names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "schemas/schemas.h"

namespace sfn::schemas {

/// The place of a part of the Resource: one of the views in it.
Place place_of(const asl::Resource& resource, std::string_view part);

/// Whether an optimized integration has that service; case counts.
bool is_service(std::string_view service);
/// The optimized integration of exactly that name, if it can be used in a Task; else absent.
std::optional<Integration> task_integration(std::string_view service, std::string_view action);
/// The same for the name by which the AWS SDK calls the service: `sfn` for `states`.
std::optional<Integration> optimized_for_sdk(std::string_view sdk_service, std::string_view action);
/// The name that `aws-sdk` uses for the service of an optimized integration: `sfn` for `states`. Empty for
/// those that are not an AWS API (`http`).
std::string_view sdk_name(std::string_view service);
/// The pattern as the tables have it; absent for one that is unknown.
std::optional<Pattern> table_pattern(asl::Pattern pattern);
/// The patterns of an integration in words: "`.sync`, `.waitForTaskToken`"; empty if there are none.
std::string patterns_of(const Integration& integration);

/// Whether a name is spelled like a service or action of the AWS SDK: ASCII letters and digits.
bool is_word(std::string_view name);
/// With its first letter in lower case.
std::string lower_first(std::string_view name);
std::string lower(std::string_view name);

/// Whether AWS has a partition of that name: `aws`, `aws-cn`, `aws-us-gov`, the isolated and the sovereign
/// ones.
bool is_partition(std::string_view name);
/// Whether a Resource is a path or an expression: a fault that structure/resource-dynamic tells.
bool is_dynamic_text(std::string_view text);
/// Whether a text begins with the scheme of a URI that is not `arn` in any case.
bool is_other_uri(std::string_view text);

}  // namespace sfn::schemas
