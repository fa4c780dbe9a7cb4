// What a part of a JSONata expression can take, as its operator or function tells.
#pragma once

#include "cli/data/wanted.h"

namespace sfn::cli {

/// Whether the stretch is all that the expression gives.
bool is_whole_expression(const asl::jsonata::Tree& tree, Span span);
/// Whether a step or a filter follows, so that the stretch is only read on the way to what is behind it.
bool is_on_the_way(const asl::jsonata::Tree& tree, Span span);
Wanted wanted_in(const asl::jsonata::Tree& tree, Span span);

}  // namespace sfn::cli
