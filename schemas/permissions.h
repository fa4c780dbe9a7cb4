// What the role of a state machine must be allowed for a task state, as the Developer Guide states it.
// Source: permissions.tsv, each line with its page.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/schemas.h"

namespace sfn::schemas {

/// One statement. All texts are static.
struct Permission {
  /// IAM actions, separated by commas: "ecs:StopTask,ecs:DescribeTasks".
  std::string_view actions;
  /// Templates of ARNs, separated by blanks, as permissions.tsv explains: `{Name|filter}` is a parameter of
  /// the state, `${Name}` a value that no definition holds.
  std::string_view resource;
  /// The same where a parameter is no literal; empty: `resource` needs none.
  std::string_view dynamic;
  /// The service to which a role is passed; empty where the documentation has no such condition.
  std::string_view passed;
  /// `Name=value`: only if that parameter has that value; empty: always.
  std::string_view when;
  /// The page that states it.
  std::string_view see;
  /// Its place in the table, which is the order of statements in a policy.
  size_t order;
  /// Granted by the documentation, but it depends on the data whether it is needed.
  bool usual;
};

/// The statements of an optimized integration in one pattern; empty where the documentation has none.
/// `map`, `distributed` is a distributed Map itself; `s3` stands in its reader and writer.
std::vector<Permission> permissions(std::string_view service, std::string_view action, Pattern pattern);

}  // namespace sfn::schemas
