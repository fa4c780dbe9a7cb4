// The names of errors: those that the States Language reserves.
// Source: Developer Guide, page concepts-error-handling; States Language, appendix A.
#pragma once

#include <span>
#include <string_view>

namespace sfn::schemas::errors {

/// The names that begin with `States.`, but for `States.Http.StatusCode.NNN`.
std::span<const std::string_view> reserved_names();
/// Whether Step Functions has an error of that name; case counts.
bool is_reserved_name(std::string_view name);
/// The service of a name: `ECS` of `ECS.ClientException`; empty if there is no dot.
std::string_view prefix_of(std::string_view name);

}  // namespace sfn::schemas::errors
