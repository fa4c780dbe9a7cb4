// Why a text is not YAML, in words that say what would be right.
#pragma once

#include <optional>
#include <string_view>

#include "lint/json/fault.h"

namespace sfn::yaml {

/// What libyaml says of a text that it refuses; the places are bytes of the file.
struct Problem {
  std::string_view problem, context;
  uint32_t at = 0, context_at = 0;
};

json::Fault explain(std::string_view text, const Problem& problem);

/// A fault that needs no reading: the text is in another encoding, binary, or made to take long.
std::optional<json::Fault> not_readable(std::string_view text);

}  // namespace sfn::yaml
