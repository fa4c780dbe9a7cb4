// Reduces the API model of one service (botocore's service-2.json) to the text of services/NAME.txt: what a
// linter can check, spelled as Step Functions spells it. The form of the text is described in service_text.h.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "schemas/corrections.h"

namespace sfn::schemas {

struct ImportRequest {
  /// Operations with an optimized integration: the limits of their parameters are kept, since these are
  /// checked.
  std::set<std::string> optimized;
  /// Members that are spelled in another way in every service: `Equals`.
  std::map<std::string, std::string> spelled;
  /// Not the service itself, but the shapes that `import` corrections name, for a file in wrappers/.
  bool shapes_only = false;
};

/// Ends the program if `json` is not a model.
std::string import_service(std::string_view json, Corrections& corrections, const ImportRequest& request);

/// The name of the service in an ARN: `sfn`.
std::string service_of(std::string_view json);

}  // namespace sfn::schemas
