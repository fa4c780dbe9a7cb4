// Access to the JSONata expressions of a definition: trees that parsed, uses of `$states`, names that may be
// workflow variables.
#pragma once

#include <string_view>
#include <vector>

#include "lint/asl/expression.h"
#include "lint/asl/jsonata/analysis.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata {

/// The tree of an expression; null for other kinds of text and for text that does not parse.
const asl::jsonata::Tree* sound_tree(const asl::Expression& expression);

/// The place of a node in the file: all of it, or the one token that makes it.
Place place(const asl::Expression& expression, asl::jsonata::NodeIndex node);
Place token_place(const asl::Expression& expression, asl::jsonata::NodeIndex node);

/// `$states` with the field names that follow it.
struct StatesUse {
  asl::jsonata::NodeIndex node;
  std::vector<asl::jsonata::Member> members;
};
std::vector<StatesUse> states_uses(const asl::Expression& expression);

/// The uses whose first field is `name`: `$states.result`.
std::vector<StatesUse> states_uses(const asl::Expression& expression, std::string_view name);

/// Whether the expression is, or is inside, the Output or Assign of a construct of that kind.
bool in_output_or_assign(const asl::Expression& expression);

/// Whether some Assign of the machine sets a variable of that name, or a placeholder may.
bool may_be_variable(const asl::Expression& expression, std::string_view name);

}  // namespace sfn::rules::jsonata
