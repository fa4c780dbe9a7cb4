// The syntax of HCL, the language of Terraform. Source:
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn::hcl {

using ExpressionId = uint32_t;
inline constexpr ExpressionId no_expression = UINT32_MAX;

struct Expression {
  enum class Kind : uint8_t {
    null,
    boolean,
    number,         // with its sign
    text,           // in quotes or a heredoc; its children are what is inserted
    object,         // its children are keys and values in turn
    tuple,          // `[...]`
    call,           // its children are the arguments
    reference,      // `local.x`, `aws_iam_role.a[0].arn`, and any other name
    parentheses,    // around one child
    interpolation,  // `${...}` in a text
    directive,      // `%{...}` in a text
    other,          // an operator, a condition, `for`, a member of anything but a name
  };
  Kind kind = Kind::other;
  bool heredoc = false;
  bool expanded = false;  // the last argument of a call has `...` behind it
  Span span;
  Span inner;  // of a text what is between its delimiters; of a call its name
  ExpressionId first = no_expression, next = no_expression;
};

struct Attribute {
  Span name;
  ExpressionId value = no_expression;
};

struct Block;

struct Body {
  std::vector<Attribute> attributes;
  std::vector<Block> blocks;
};

struct Block {
  Span span;
  std::string_view type;
  std::vector<std::string_view> labels;
  Body body;
};

/// A file that was read, or the fault that keeps Terraform from reading it.
struct File {
  std::string_view text;
  std::vector<Expression> expressions;
  Body body;
  std::vector<Comment> comments;
  std::vector<std::string_view> loop_names;  // what `for` declares, wherever it does
  std::optional<json::Fault> fault;

  const Expression& at(ExpressionId id) const { return expressions[id]; }
  std::string_view bytes(Span span) const { return text.substr(span.begin, span.end - span.begin); }
  std::string_view name(const Attribute& attribute) const { return bytes(attribute.name); }
  /// The value of an attribute; no_expression if the body has no such attribute.
  ExpressionId find(const Body& in, std::string_view name) const;
};

/// `text` must outlive the result.
std::shared_ptr<const File> parse(std::string_view text);

/// A text that `templatefile` reads: only its expressions are of interest.
std::shared_ptr<const File> parse_template(std::string_view text);

}  // namespace sfn::hcl
