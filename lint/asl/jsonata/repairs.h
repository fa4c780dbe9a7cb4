// Fixes all faults of one kind in an expression at once.
#pragma once

#include <optional>
#include <string_view>

#include "lint/asl/jsonata/fault.h"
#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

/// One parse without repairs of what follows; for this file and parse.cpp.
std::optional<Fault> parse_once(std::string_view text, Tree& tree);

/// Given the first fault of a text, adds the repairs of the later ones of its kind, up to `most_repairs`.
void add_repairs(Fault& first, std::string_view text);

inline constexpr int most_repairs = 32;

}  // namespace sfn::asl::jsonata
