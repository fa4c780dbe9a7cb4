// Which fields of a state belong to the other query language.
#pragma once

#include "lint/asl/constructs.h"

namespace sfn::rules::jsonata {

/// The row of a member that this construct has only in the other language; null for all others.
const asl::Field* foreign_field(const asl::Construct& construct, Value member);

/// Whether a state contains anything specific to JSONPath: `Parameters`, `ResultPath`, keys that end in `.$`,
/// comparisons. Such a state cannot simply be read as JSONata.
bool uses_jsonpath(const asl::State& state);

/// Whether the state sets its query language.
bool names_language(const asl::State& state);

}  // namespace sfn::rules::jsonata
