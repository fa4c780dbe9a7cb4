// The grammar of JSON numbers, and what was meant by those that miss it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sfn::json {

/// Bytes of the longest JSON number at the begin of `text`; 0 if there is none.
size_t number_length(std::string_view text);

/// What is wrong with a number that is not one in JSON, and the number that was meant where that is sure.
struct BadNumber {
  std::string message;
  std::optional<std::string> meant;
};

/// `token` is all of it: `010`, `+1`, `.5`, `0x1F`, `NaN`. Absent if it does not look like a number.
std::optional<BadNumber> judge_number(std::string_view token);

}  // namespace sfn::json
