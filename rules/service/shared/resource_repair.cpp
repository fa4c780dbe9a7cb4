#include "rules/service/shared/resource_repair.h"

#include <algorithm>
#include <vector>

#include "schemas/call/integration.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

// The parts between colons, without empty ones.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t colon = std::min(text.find(':'), text.size());
    if (colon > 0) parts.push_back(text.substr(0, colon));
    text.remove_prefix(std::min(colon + 1, text.size()));
  }
  return parts;
}

bool names_integration(std::string_view service, std::string_view action) {
  return task_integration(service, action.substr(0, action.find('.'))).has_value();
}

std::string_view partition_of(const std::vector<std::string_view>& parts) {
  return parts.size() > 1 && parts[0] == "arn" && parts[1].starts_with("aws") ? parts[1]
                                                                              : std::string_view("aws");
}

}  // namespace

std::string repaired_resource(std::string_view text) {
  const auto parts = parts_of(text);
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    if (!names_integration(parts[i], parts[i + 1])) continue;
    std::string repaired = "arn:" + std::string(partition_of(parts)) + ":states::";
    if (i > 0 && parts[i - 1] == "aws-sdk") --i;
    for (; i < parts.size(); ++i) repaired.append(":").append(parts[i]);
    return repaired;
  }
  return {};
}

}  // namespace sfn::rules::service
