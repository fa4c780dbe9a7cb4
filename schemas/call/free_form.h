// Where a definition may sensibly hold any text, so that a text that looks like an expression may be meant.
#pragma once

#include "lint/asl/machine.h"

namespace sfn::schemas {

/// Whether `value`, somewhere in a state, may be any text: in payloads, messages, tags,
/// environment values, commands, results and inputs, and wherever it is not known what takes it. A fix that
/// takes such a text for an expression is unsafe. False where no such text can be meant: an ARN, an id, a
/// name, one of a few words, a number, an object.
bool free_form(const asl::State& state, Value value);

}  // namespace sfn::schemas
