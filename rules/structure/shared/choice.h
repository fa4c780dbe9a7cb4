// Choice rules of JSONPath: their comparisons, and texts by which equal conditions are known.
#pragma once

#include <string>

#include "lint/document.h"

namespace sfn::rules::structure {

/// Whether the name is And, Or or Not.
bool is_connective(std::string_view name);

/// The first member that is a comparison, And, Or or Not; absent if there is none.
Value first_operator(Value rule);

/// The condition of a rule as a text that is equal for equal conditions, whatever the order of their members.
/// Empty where it is not known whole: placeholders, no operator, more than one.
std::string condition_text(Value rule);

/// Conditions that hold whenever that of the rule does not: its negation and the opposite comparison. Each
/// may be empty.
struct Opposites {
  std::string negated, complement;
};
Opposites opposites(Value rule);

}  // namespace sfn::rules::structure
