// What the template engine of a definition may still put into the parameters of a task.
#pragma once

#include "lint/asl/machine.h"

namespace sfn::schemas {

/// Whether a placeholder in the parameters may bring the task token. A quoted one is a string of unknown
/// text: in JSONPath it brings none under a key without `.$`, in JSONata none that cannot get delimiters.
/// Where an object, a list or a number belongs, even a quoted one counts as anything, since templates are
/// written in many ways.
bool may_bring_token(const asl::State& state);

}  // namespace sfn::schemas
