// What the rules about texts that do not parse share.
#pragma once

#include "lint/diagnostic.h"
#include "lint/json/fault.h"

namespace sfn::rules::json {

Place place_of(Span bytes, FileId file);

/// Offers what fixes every fault of the kind, if anything does.
void fix_bytes(Diagnostic& found, const sfn::json::Fault& fault, FileId file);

}  // namespace sfn::rules::json
