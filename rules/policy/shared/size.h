// The size of a policy as IAM counts it.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
#pragma once

#include <cstddef>

#include "schemas/iam/policy.h"

namespace sfn::rules::policy {

using namespace schemas::iam;

/// Characters, not counting whitespace: of all inline policies of a role, and of one managed policy.
inline constexpr size_t most_inline_characters = 10240, most_managed_characters = 6144;

size_t characters(const Policy& policy);

}  // namespace sfn::rules::policy
