// Where a field that stands in the wrong object belongs.
#pragma once

#include <string_view>
#include <vector>

#include "lint/asl/constructs.h"

namespace sfn::rules::structure {

/// The kinds of construct that have a field of that name.
std::vector<asl::ConstructKind> holders(std::string_view name);

/// What the same Map state has of objects that take such a field.
struct Homes {
  std::vector<Value> free;  // those that lack it
  bool taken = false;       // one has it, or the field that excludes it
};
Homes homes(const asl::Construct& construct, std::string_view name);

/// The rule in `Choices` that a nested rule is a part of.
Value rule_around(Value nested);

}  // namespace sfn::rules::structure
