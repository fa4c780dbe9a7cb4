// The ARNs of schemas/permissions.tsv with a state's parameters filled in.
#pragma once

#include <vector>

#include "schemas/iam/needs.h"
#include "schemas/permissions.h"

namespace sfn::schemas::iam {

struct Filled {
  /// Empty where the parameter that names the resource is not given at all.
  std::vector<NeededResource> resources;
  bool dynamic = false;
  /// The parameter that decides; absent if there is none.
  Value parameter;
};

/// `payload` is the object with the parameters; absent if it is an expression.
Filled fill(const Permission& permission, Value payload, asl::QueryLanguage language);

/// A role's ARN: as it is, or made of its name.
std::string role_arn(std::string_view role);
/// Whether a literal can go into an ARN as it is: no wildcard, no placeholder, no control character.
bool is_plain(std::string_view text);

}  // namespace sfn::schemas::iam
