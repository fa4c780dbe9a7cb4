// Where a task can give its token away: every integration has a place of its own for it.
#pragma once

#include <string>

#include "lint/asl/machine.h"
#include "lint/diagnostic.h"

namespace sfn::rules::service {

/// What to write, ready to print: "pass it as `\"TaskToken.$\": \"$$.Task.Token\"` in `Payload`".
std::string token_advice(const asl::State& state);
/// Offers to write it there, if the place is spelled out.
void offer_token(const asl::State& state, Diagnostic& found);

}  // namespace sfn::rules::service
