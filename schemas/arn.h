// Amazon Resource Names and the names in them.
#pragma once

#include <optional>
#include <string_view>

namespace sfn::schemas {

/// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`; views into the text.
struct Arn {
  std::string_view partition, service, region, account, resource;
};

/// Absent if the text is not an ARN of six parts. The resource may contain colons.
std::optional<Arn> read_arn(std::string_view text);

/// Letters, digits, hyphens and underscores, from 1 to 255 of them: names of clusters and families.
bool is_ecs_name(std::string_view text);
bool is_digits(std::string_view text);

}  // namespace sfn::schemas
