#include "schemas/permissions.h"

#include <algorithm>

#include "schemas/java_names.h"
#include "schemas/tables.h"

namespace sfn::schemas {

using tables::text;

std::vector<Permission> permissions(std::string_view service, std::string_view action, Pattern pattern) {
  std::vector<Permission> found;
  for (size_t i = 0; i < tables::permission_count; ++i) {
    const tables::PermissionRow& row = tables::permissions[i];
    if ((row.patterns & pattern) == 0 || text(row.service) != service || text(row.action) != action) continue;
    found.push_back({text(row.actions), text(row.resource), text(row.dynamic), text(row.passed),
                     text(row.when), text(row.see), i, row.usual != 0});
  }
  return found;
}

// What the table says of a call through the AWS SDK; empty if it says nothing.
static std::string exception_of(std::string_view service, std::string_view action) {
  std::string of_all;
  for (size_t i = 0; i < tables::permission_count; ++i) {
    const tables::PermissionRow& row = tables::permissions[i];
    std::string_view named = text(row.service);
    if (!named.starts_with("aws-sdk:") || named.substr(named.find(':') + 1) != service) continue;
    if (text(row.action) == action) return std::string(text(row.actions));
    if (text(row.action) == "*") of_all = text(row.actions);
  }
  return of_all;
}

std::vector<std::string> sdk_actions(std::string_view service, std::string_view action) {
  const auto called = sdk_service(service);
  if (!called || !called->find(action)) return {};
  std::string actions = exception_of(service, action);
  if (actions == "?") return {};
  if (actions.empty()) actions = std::string(called->signing_name()) + ":{Operation}";
  constexpr std::string_view operation = "{Operation}";
  if (const size_t at = actions.find(operation); at != std::string::npos)
    actions.replace(at, operation.size(), java::capitalized(action));
  std::vector<std::string> all;
  for (size_t begin = 0; begin < actions.size();) {
    const size_t end = std::min(actions.find(',', begin), actions.size());
    all.push_back(actions.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

}  // namespace sfn::schemas
