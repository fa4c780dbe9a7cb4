// Whether a string of a JSONata state is an expression: `{% ... %}` with nothing outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sfn::asl::jsonata {

enum class Delimiters : uint8_t {
  none,           // plain text: neither `{%` nor `%}` in it
  expression,     // begins with `{%` and ends with `%}`
  blank_outside,  // blanks before `{%` or after `%}`, which Step Functions refuses
  no_end,         // begins with `{%` (behind blanks perhaps) and has no `%}` at its end
  no_start,       // ends with `%}` (before blanks perhaps) and has no `{%` at its start
  text_around,    // an expression within other text
};

/// All offsets are bytes of the string.
struct Delimited {
  Delimiters kind = Delimiters::none;
  uint32_t begin = 0, end = 0;              // the text of the expression, if the kind is `expression`
  uint32_t fault_begin = 0, fault_end = 0;  // what is wrong: blanks, the lone delimiter, or the text outside
  /// The string as it should be, where that is plain: without blanks outside, or with the missing delimiter.
  std::optional<std::string> fixed = std::nullopt;
};

Delimited delimiters(std::string_view text);

/// Whether a string is meant as an expression by its delimiters, well or badly placed.
inline bool looks_delimited(std::string_view text) { return delimiters(text).kind != Delimiters::none; }

}  // namespace sfn::asl::jsonata
