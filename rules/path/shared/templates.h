// Payload templates of JSONPath: the members whose keys may end in `.$`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/asl/constructs.h"
#include "lint/asl/expression.h"
#include "lint/diagnostic.h"

namespace sfn::rules::path {

/// Calls `visit` with every value below one, at any depth, in source order.
template <typename Visit>
void each_value_below(Value value, const Visit& visit) {
  for (const Value child : value) {
    visit(child);
    each_value_below(child, visit);
  }
}

/// The field of a construct that contains a payload template or a JSONPath Assign; null for other members.
const asl::Field* template_field(const asl::Construct& construct, Value member);

/// The values below the templates of a machine's JSONPath states whose keys end in `.$`: `machine.derive`.
struct DollarMembers {
  explicit DollarMembers(const asl::Machine& machine);
  std::vector<Value> all;
};

/// Offers to drop the suffix of a key that ends in `.$`, unless the object has the name that is left.
void drop_suffix(Value member, Diagnostic& found);

/// The member of its construct that contains an expression: the value of `expression.field`.
Value top(const asl::Expression& expression);

/// Whether the text, or its parent in the template, is known to accept paths literally: `InputPath` of an
/// EventBridge target, a filter expression.
bool takes_paths_as_text(const asl::Expression& expression);

}  // namespace sfn::rules::path
