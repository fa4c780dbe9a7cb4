// What to say about a token that stands where it cannot.
#pragma once

#include <string_view>

#include "lint/asl/jsonata/fault.h"
#include "lint/asl/jsonata/token.h"

namespace sfn::asl::jsonata {

/// Where a fault shows: the text, and the token that cannot stand here.
struct Misfit {
  std::string_view text;
  Token token;
};

/// An operator that can begin no value (S0211), or that JSONata does not have (S0204).
Fault no_value_here(const Misfit& at, std::string_view code);
/// Another token than the only one that is possible (S0202), or the end instead of it (S0203).
Fault expected_token(const Misfit& at, Symbol expected);
/// Text after a complete expression (S0201).
Fault text_after(const Misfit& at);

}  // namespace sfn::asl::jsonata
