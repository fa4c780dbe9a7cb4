// Whether a number is in the range of its field, and whether AWS minds where it is not.
#pragma once

#include <cstdint>

#include "lint/asl/constructs.h"
#include "lint/asl/fields.h"

namespace sfn::rules::structure {

enum class Range : uint8_t {
  within,     // or not known
  tolerated,  // out of the documented range, yet deployed
  refused,
};

/// Of a member of `construct` that is the field's value.
Range range_of(const asl::Construct& construct, const asl::Field& field, Value member);

}  // namespace sfn::rules::structure
