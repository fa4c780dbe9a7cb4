// The fixes of a token in the wrong form, which several rules offer.
#pragma once

#include "lint/asl/payload.h"
#include "lint/asl/task_token.h"
#include "lint/diagnostic.h"

namespace sfn::asl {

/// Offers to write the token in the way that reaches the container, where that is mechanical: `parameter` is
/// the member or item whose text names the token wrongly.
void fix_token(asl::QueryLanguage language, const asl::Parameter& parameter, Diagnostic& found);

}  // namespace sfn::asl
