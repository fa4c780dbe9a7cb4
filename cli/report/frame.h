// The line of a finding with a line of carets below its mark.
#pragma once

#include <string>

#include "cli/report/finding.h"

namespace sfn::cli {

struct FrameStyle {
  uint32_t number = 0;                      // of the line; 0 leaves out the gutter
  std::string_view mark = {}, unmark = {};  // written around the carets (colour)
  bool cut = true;                          // cuts a long line around the mark
};

/// Two lines:
///
///      8 | "cluster": "orders",
///        | ^^^^^^^^^
///
/// Tabs become blanks, and carets count the columns of a terminal.
std::string frame(const Excerpt& excerpt, const FrameStyle& style);

}  // namespace sfn::cli
