// What `sfn-lint api` prints, as data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/schemas.h"

namespace sfn::cli {

/// One call, as a Resource names it.
struct ApiCall {
  std::string name;                   // "ecs:runTask.sync", "aws-sdk:rds:startDBInstance"
  std::string error_prefix;           // "Rds"; empty if it is not known
  std::vector<std::string> suffixes;  // of the patterns that it has besides request-response
  schemas::Shape parameters, result;
  schemas::Rows<schemas::ErrorRow> errors;
  bool optimized = false;
  bool supported = true;
  bool result_known = true;  // false where `.sync` returns what no API model describes
};

/// The call of that name; absent if there is none. An optimized integration is preferred to the AWS SDK.
std::optional<ApiCall> find_api_call(std::string_view name);

/// How a page names a type: "string", "list of object", "map of string".
std::string type_name(schemas::Shape shape);
/// What a list or map, also one of lists, has in the end: the structure whose members are to be shown.
schemas::Shape innermost(schemas::Shape shape);

/// The page of one call.
std::string api_text(const ApiCall& call);
std::string api_json(const ApiCall& call);

}  // namespace sfn::cli
