// Members of one object that have the same name.
#pragma once

#include <utility>
#include <vector>

#include "lint/document.h"

namespace sfn::rules::json {

struct Duplicate {
  Value later, earlier;
};

/// Every member whose name an earlier one has, with that one. Placeholders for members have no name.
void find_duplicates(Value object, std::vector<Duplicate>& found);

}  // namespace sfn::rules::json
