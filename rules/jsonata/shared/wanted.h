// The kind of value that a field takes from an expression.
#pragma once

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata {

/// Whether the expression is the whole value of its field, not a part of a list or object.
bool is_whole_value(const asl::Expression& expression);
/// `unknown` where the field takes several kinds.
asl::jsonata::ValueKind wanted_kind(const asl::Expression& expression);
/// Whether `Items` can be an object too: in a distributed Map.
bool takes_object_items(const asl::Expression& expression);

}  // namespace sfn::rules::jsonata
