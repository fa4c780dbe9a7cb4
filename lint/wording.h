// The turns of phrase that messages share.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sfn::wording {

/// "`name`".
std::string code(std::string_view text);

/// "a, b or c": as they are given. `last` stands before the last of them.
std::string listed(std::span<const std::string> items, std::string_view last = " or ");

/// "`a`, `b` or `c`".
std::string alternatives(std::span<const std::string_view> names);

/// "1 file", "2 files".
std::string count(size_t number, std::string_view noun);

/// "; did you mean `x`?" for the end of a message; empty for absent.
std::string did_you_mean(std::optional<std::string_view> name);

}  // namespace sfn::wording
