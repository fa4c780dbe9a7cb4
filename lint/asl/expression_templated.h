// Expressions with placeholders in them, read as far as that can be done without what fills them in.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "lint/asl/expression.h"

namespace sfn::asl {

/// The expressions of a machine that hold placeholders, each read with a text of letters in its place:
/// `machine.derive<TemplatedExpressions>()`. They are never among Machine::expressions.
class TemplatedExpressions {
 public:
  explicit TemplatedExpressions(const Machine& machine);
  /// Those that do not parse whatever the placeholders stand for, and those that parse with all placeholders
  /// inside of quoted texts; plain texts where a path stands beside the placeholder. A placeholder is taken
  /// for a text without quotes of its own. Repairs that would touch one are left out.
  const std::vector<Expression>& all() const { return all_; }

 private:
  std::optional<std::string_view> stand_in(Value value);

  std::deque<std::string> texts_;
  std::vector<Expression> all_;
};

}  // namespace sfn::asl
