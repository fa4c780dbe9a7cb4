// The ARNs of schemas/permissions.tsv with a state's parameters filled in.
#pragma once

#include <vector>

#include "schemas/deployment.h"
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
Filled fill(const Permission& permission, Value payload, asl::QueryLanguage language,
            const Deployment& deployment);

/// A role's ARN: as it is, or made of its name.
std::string role_arn(std::string_view role);
/// Whether a literal can go into an ARN as it is: no wildcard, no placeholder, no control character.
bool is_plain(std::string_view text);
/// A text as it reads when it is deployed: a literal, or one whose placeholders a template has resources for.
/// Absent where a part of it is not known.
std::optional<std::string> known_text(Value value, const Deployment& deployment);

}  // namespace sfn::schemas::iam
