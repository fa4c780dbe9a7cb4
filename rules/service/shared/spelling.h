// Parameters that differ from a known one in letter case.
#pragma once

#include <string_view>

#include "lint/diagnostic.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service {

using namespace schemas;

/// Whether AWS's own documentation prints the name in lower case: `"RetryStrategy": {"attempts": 5}` of
/// Batch.
bool printed_so(const asl::Parameter& parameter, const Call& call);

/// Offers the right spelling, unless it is there already.
void offer_spelling(Diagnostic& found, const asl::Parameter& parameter, std::string_view right,
                    const Call& call);

}  // namespace sfn::rules::service
