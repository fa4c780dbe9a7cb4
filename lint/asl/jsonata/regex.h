// What JavaScript accepts as a regular expression: JSONata hands its literals to `new RegExp(pattern)`.
#pragma once

#include <optional>
#include <string_view>

namespace sfn::asl::jsonata {

/// Why JavaScript refuses the pattern (ECMAScript 2023 with Annex B, no `u` flag); absent if it does not.
/// Linear in the length but for names of groups. Letters beyond ASCII count as letters of a group's name.
std::optional<std::string_view> pattern_fault(std::string_view pattern);

}  // namespace sfn::asl::jsonata
