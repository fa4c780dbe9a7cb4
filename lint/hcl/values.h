// Values of a configuration as documents, as far as they are known without Terraform.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/document.h"
#include "lint/hcl/locals.h"

namespace sfn::hcl {

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

}  // namespace sfn::hcl
