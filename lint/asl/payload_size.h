// How long a part of a payload becomes as compact JSON, as far as the definition says.
#pragma once

#include <cstddef>
#include <vector>

#include "lint/asl/payload.h"

namespace sfn::asl {

struct PayloadSize {
  /// Characters without what expressions and placeholders add: at least so many are sent.
  size_t least = 0;
  /// The expressions, whose lengths are not known.
  std::vector<Value> expressions;
};

PayloadSize payload_size(Value value, QueryLanguage language);

}  // namespace sfn::asl
