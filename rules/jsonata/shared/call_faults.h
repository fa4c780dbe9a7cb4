// Faults of calls that only show when the call is evaluated. Each is an error where it certainly is, and a
// warning where the call stands in a part of the expression that may never be taken: two rules a fault.
#pragma once

#include "rules/jsonata/shared/known_calls.h"

namespace sfn::rules::jsonata {

/// Whether a call is evaluated on every run of its state, or only on some.
enum class Evaluated : bool { maybe, surely };

/// A node of an expression: `surely` unless it stands in a branch of `?:`, a body of a function, the right
/// side of `and` or `or`, a predicate and the like, or the expression itself is a Catcher's or a later
/// choice rule's.
Evaluated evaluated(const asl::Expression& expression, asl::jsonata::NodeIndex node);

void report_eval(const asl::Expression& expression, Evaluated when, Report& report);
void report_arity(const asl::Expression& expression, Evaluated when, Report& report);
void report_argument_type(const asl::Expression& expression, Evaluated when, Report& report);
void report_hash_algorithm(const asl::Expression& expression, Evaluated when, Report& report);

}  // namespace sfn::rules::jsonata
