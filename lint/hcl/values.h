// Values of a configuration as documents, as far as they are known without Terraform.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/document.h"
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

/// Objects, tuples, texts, numbers, booleans and null are read; so is `merge` of objects, and what a local
/// value stands for. All else (references, calls, conditions, `for`) is Kind::opaque with the text `${...}`,
/// as a placeholder of JSON is: it stands for anything, or for an unknown text (`templated`) where it is a
/// call of a function that returns one. Places are bytes of the file.
Document read_value(std::shared_ptr<const File> file, const Locals& locals, ExpressionId value, FileId id);

/// Some values as the members of an object, which stands for the file.
struct Named {
  std::string name;
  ExpressionId value = no_expression;
  /// What is to be said of a value that is not read: its text, and the bytes that stand for it.
  std::optional<std::string> text = {};
  Span span = {};
};
Document read_values(std::shared_ptr<const File> file, const Locals& locals, const std::vector<Named>& values,
                     FileId id);

/// The attributes of a block as an object, and its blocks as lists of objects, as a plan has them. What
/// `dynamic` makes is opaque. `jsonencode(x)` is read as x.
Document read_body(std::shared_ptr<const File> file, const Locals& locals, const Body& body, Span span,
                   FileId id);

/// Whether an expression is an object, or a `merge` of objects, and has a member of that name.
bool has_member(const File& file, const Locals& locals, ExpressionId object, std::string_view name);

/// Names the function of a call; empty for other expressions.
std::string_view function(const File& file, ExpressionId call);

/// The text of a string that nothing is inserted into.
std::optional<std::string> literal_text(const File& file, ExpressionId text);

}  // namespace sfn::hcl
