#pragma once

#include <string>
#include <string_view>

namespace sfn::asl::jsonata {

/// A text as a string of JSONata. Its escapes are those of JSON, so one with apostrophes stands in double
/// quotes.
std::string quoted(std::string_view text);

}  // namespace sfn::asl::jsonata
