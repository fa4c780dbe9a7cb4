// What is known of an expression without evaluating it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lint/hcl/syntax.h"

namespace sfn::hcl {

/// An expression without parentheses around it, and for the name of a local value that the file defines as a
/// literal (an object, a tuple, a text, ...) that literal.
class Locals {
 public:
  explicit Locals(const File& file);
  ExpressionId resolve(ExpressionId expression) const;
  /// The value of `local.name`; no_expression if the file does not define it.
  ExpressionId find(std::string_view reference) const;

 private:
  const File& file_;
  std::map<std::string_view, ExpressionId> values_;
};

/// Whether an expression is an object, or a `merge` of objects, and has a member of that name.
bool has_member(const File& file, const Locals& locals, ExpressionId object, std::string_view name);

/// Names the function of a call; empty for other expressions.
std::string_view function(const File& file, ExpressionId call);

/// The text of a string that nothing is inserted into.
std::optional<std::string> literal_text(const File& file, ExpressionId text);

/// `"${x}"` is x; any other expression is itself.
ExpressionId inserted(const File& file, ExpressionId text);

}  // namespace sfn::hcl
