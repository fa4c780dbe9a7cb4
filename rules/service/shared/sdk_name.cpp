#include "rules/service/shared/sdk_name.h"

#include "schemas/call/integration.h"

namespace sfn::rules::service {

namespace {

std::string squeezed(std::string_view service) {
  std::string text;
  for (const char c : schemas::lower(service))
    if (c != '-' && c != '_' && c != ' ') text += c;
  return text;
}

// The AWS CLI names services as the models' folders do, and `step-functions` is how people write one of
// these.
std::string_view by_other_name(std::string_view name) {
  if (name == "states" || name == "elasticmapreduce") return schemas::sdk_name(name);
  for (const schemas::Service service : schemas::sdk_services())
    if (squeezed(service.model()) == name) return service.name();
  return {};
}

}  // namespace

std::string sdk_spelling(std::string_view written) {
  if (schemas::sdk_service(written)) return std::string(written);
  const std::string name = squeezed(written);
  if (schemas::sdk_service(name)) return name;
  const std::string_view other = by_other_name(name);
  return other.empty() ? name : std::string(other);
}

}  // namespace sfn::rules::service
