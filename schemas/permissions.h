// What the role of a state machine needs for a task state, according to the Developer Guide. Source:
// permissions.tsv, each line with its page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/schemas.h"

namespace sfn::schemas {

/// One statement. All texts are static.
struct Permission {
  /// IAM actions, separated by commas: "ecs:StopTask,ecs:DescribeTasks".
  std::string_view actions;
  /// Templates of ARNs, separated by blanks, as permissions.tsv explains: `{Name|filter}` is a parameter of
  /// the state, `${Name}` a value that definitions do not contain.
  std::string_view resource;
  /// The same if a parameter is not a literal; empty if `resource` does not need one.
  std::string_view dynamic;
  /// The service that a role is passed to; empty if the documentation has no such condition.
  std::string_view passed;
  /// `Name=value`: only if that parameter has that value; empty means always.
  std::string_view when;
  /// The page that documents it.
  std::string_view see;
  /// Its place in the table, which is the order of statements in a policy.
  size_t order;
  /// Documented, but whether it is needed depends on the data.
  bool usual;
};

/// The statements of an optimized integration in one pattern; empty if the documentation has none. `map`,
/// `distributed` is a distributed Map itself; `s3` is used in its reader and writer.
std::vector<Permission> permissions(std::string_view service, std::string_view action, Pattern pattern);

/// The IAM actions that `aws-sdk:SERVICE:ACTION` needs, `s3:ListBucket`; empty if they are not known.
std::vector<std::string> sdk_actions(std::string_view service, std::string_view action);

}  // namespace sfn::schemas
