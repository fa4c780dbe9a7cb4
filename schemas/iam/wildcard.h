// Matching as IAM does it, between texts of which parts may not be known.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
#pragma once

#include <cstdint>
#include <string_view>

namespace sfn::schemas::iam {

/// `maybe`: it depends on something unknown, so no rule may be certain.
enum class Answer : uint8_t { no, maybe, yes };

/// Whether a pattern of a policy (`*`, `?`, and `${...}` for unknown values) covers a resource that is
/// needed, in which `*` and `${...}` are unknown values. An ARN with too few parts ends in wildcards.
Answer covers(std::string_view pattern, std::string_view needed);
/// The same for actions, which have no case. A pattern with no wildcard is a whole action.
Answer covers_action(std::string_view pattern, std::string_view action);

}  // namespace sfn::schemas::iam
