#include "lint/hcl/locals.h"

#include "lint/hcl/text.h"

namespace sfn::hcl {

using Kind = Expression::Kind;

namespace {

/// Local values stand for one another a few times; past this they are hostile, or in a circle.
constexpr int most_locals = 16;

bool is_literal(Kind kind) {
  return kind == Kind::null || kind == Kind::boolean || kind == Kind::number || kind == Kind::text ||
         kind == Kind::object || kind == Kind::tuple;
}

}  // namespace

Locals::Locals(const File& file) : file_(file) {
  for (const Block& block : file.body.blocks)
    if (block.type == "locals")
      for (const Attribute& one : block.body.attributes) values_.insert_or_assign(file.name(one), one.value);
}

ExpressionId Locals::find(std::string_view reference) const {
  constexpr std::string_view prefix = "local.";
  if (!reference.starts_with(prefix)) return no_expression;
  const auto found = values_.find(reference.substr(prefix.size()));
  return found == values_.end() ? no_expression : found->second;
}

ExpressionId Locals::resolve(ExpressionId expression) const {
  ExpressionId at = expression;
  for (int i = 0; i < most_locals;) {
    const Expression& value = file_.at(at);
    if (value.kind == Kind::parentheses && value.first != no_expression) {
      at = value.first;
      continue;
    }
    const bool known = is_literal(value.kind) || value.kind == Kind::call;
    if (known || value.kind != Kind::reference) return at;
    const ExpressionId found = find(file_.bytes(value.span));
    if (found == no_expression) return expression;
    at = found;
    ++i;
  }
  return expression;
}

bool has_member(const File& file, const Locals& locals, ExpressionId object, std::string_view name) {
  const Expression& value = file.at(object);
  if (function(file, object) == "merge") {
    for (ExpressionId at = value.first; at != no_expression; at = file.at(at).next) {
      const ExpressionId known = locals.resolve(at);
      if (file.at(known).kind == Kind::object && has_member(file, locals, known, name)) return true;
    }
    return false;
  }
  if (value.kind != Kind::object) return false;
  for (ExpressionId at = value.first; at != no_expression; at = file.at(file.at(at).next).next) {
    const Expression& key = file.at(at);
    if (key.next == no_expression) return false;
    if (file.bytes(key.kind == Kind::text ? key.inner : key.span) == name) return true;
  }
  return false;
}

std::string_view function(const File& file, ExpressionId call) {
  const Expression& expression = file.at(call);
  return expression.kind == Kind::call ? file.bytes(expression.inner) : std::string_view();
}

std::optional<std::string> literal_text(const File& file, ExpressionId text) {
  const Expression& expression = file.at(text);
  if (expression.kind != Kind::text || expression.first != no_expression) return std::nullopt;
  auto changed = decoded(file, expression);
  return changed ? std::move(*changed) : std::string(file.bytes(expression.inner));
}

ExpressionId inserted(const File& file, ExpressionId id) {
  const Expression& text = file.at(id);
  if (text.kind != Kind::text || text.first == no_expression) return id;
  const Expression& part = file.at(text.first);
  return !text.heredoc && part.kind == Kind::interpolation && part.span == text.inner ? part.first : id;
}

}  // namespace sfn::hcl
