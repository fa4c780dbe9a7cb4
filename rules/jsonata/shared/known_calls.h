// The calls of an expression whose function is certainly one of JSONata or of Step Functions.
#pragma once

#include <vector>

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata {

struct KnownCall {
  asl::jsonata::Call call;
  const asl::jsonata::Function* function;
};

/// Calls of names that the expression binds itself, or that may be workflow variables, are left out, and so
/// is
/// `$eval`.
std::vector<KnownCall> known_calls(const asl::Expression& expression);

/// Whether every known function that the expression names has its usual meaning in it.
bool functions_are_usual(const asl::Expression& expression);

}  // namespace sfn::rules::jsonata
