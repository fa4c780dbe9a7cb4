#include "schemas/permissions.h"

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

}  // namespace sfn::schemas
