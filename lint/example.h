// Examples of rules as texts: the guillemets that mark where a rule must speak, taken out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn {

struct MarkedText {
  std::string text;         // without guillemets
  std::vector<Span> marks;  // bytes of `text` that stood between them, in order
};

/// Takes `«` and `»` out. Marks may not be nested; one that is not closed goes to the end of the text.
MarkedText unmark(std::string_view example);

}  // namespace sfn
