// Fixes made until nothing is left to make: edits that do not touch one another, pass after pass.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lint/edit.h"

namespace sfn {

/// What a text came to when it was checked.
struct Examined {
  /// The edits of each fix that is to be made, sorted and not overlapping, in the order of the findings.
  std::vector<std::vector<Edit>> fixes;
  /// How many faults keep it, or a definition in it, from being read.
  size_t faults = 0;
};

struct Fixed {
  std::string text;
  /// How many fixes were made.
  size_t made = 0;
  /// Whether nothing was left to make; false where fixes undo one another or `max_passes` were not enough.
  bool settled = true;
};

inline constexpr int max_passes = 10;

/// Makes fixes in the order in which they are given. One that touches an earlier one waits for the next pass,
/// in which the new text is examined again. A fix that keeps the text from being read is refused.
Fixed fix(std::string text, const std::function<Examined(const std::string&)>& examine);

}  // namespace sfn
