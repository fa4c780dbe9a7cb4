#include "rules/structure/shared/choice.h"

#include <fmt/core.h>

#include "lint/asl/fields.h"

namespace sfn::rules::structure {

namespace {

bool is_operator(std::string_view name) { return is_connective(name) || asl::is_comparison(name); }

size_t count_operators(Value rule) {
  size_t count = 0;
  for (const Value member : rule)
    if (is_operator(member.name())) ++count;
  return count;
}

bool is_known(Value value) { return !value.is_opaque() && !value.templated(); }

std::string list_text(Value list) {
  std::string text;
  for (const Value rule : list) {
    const std::string one = condition_text(rule);
    if (one.empty()) return {};
    text += one + ";";
  }
  return text;
}

std::string comparison_text(std::string_view variable, std::string_view op, Value operand,
                            std::string_view text) {
  return fmt::format("{} {} {}:{}", variable, op, static_cast<int>(operand.kind()), text);
}

// `NumericLessThan` for `NumericGreaterThanEquals`; `suffix` is empty or `Path`.
std::string_view opposite_ending(std::string_view ending) {
  if (ending == "LessThan") return "GreaterThanEquals";
  if (ending == "GreaterThanEquals") return "LessThan";
  if (ending == "GreaterThan") return "LessThanEquals";
  if (ending == "LessThanEquals") return "GreaterThan";
  return {};
}

std::string opposite_operator(std::string_view name) {
  std::string_view path;
  if (name.ends_with("Path")) {
    path = "Path";
    name.remove_suffix(4);
  }
  for (const std::string_view prefix : {"String", "Numeric", "Timestamp"}) {
    if (!name.starts_with(prefix)) continue;
    const auto ending = opposite_ending(name.substr(prefix.size()));
    if (!ending.empty()) return fmt::format("{}{}{}", prefix, ending, path);
  }
  return {};
}

}  // namespace

bool is_connective(std::string_view name) { return name == "And" || name == "Or" || name == "Not"; }

Value first_operator(Value rule) {
  for (const Value member : rule)
    if (is_operator(member.name())) return member;
  return {};
}

std::string condition_text(Value rule) {
  const Value op = first_operator(rule);
  if (!op || rule.open() || count_operators(rule) != 1 || !is_known(op)) return {};
  if (op.name() == "Not") {
    const std::string inner = condition_text(op);
    return inner.empty() ? inner : fmt::format("Not({})", inner);
  }
  if (is_connective(op.name())) {
    const std::string inner = list_text(op);
    return inner.empty() ? inner : fmt::format("{}({})", op.name(), inner);
  }
  const auto variable = rule["Variable"].literal();
  return variable ? comparison_text(*variable, op.name(), op, op.text()) : std::string();
}

Opposites opposites(Value rule) {
  Opposites found;
  const std::string own = condition_text(rule);
  if (own.empty()) return found;
  const Value op = first_operator(rule);
  found.negated = op.name() == "Not" ? condition_text(op) : fmt::format("Not({})", own);
  const auto variable = rule["Variable"].literal();
  if (!variable) return found;
  if (const auto value = op.boolean())
    found.complement = comparison_text(*variable, op.name(), op, *value ? "false" : "true");
  else if (const std::string name = opposite_operator(op.name()); !name.empty())
    found.complement = comparison_text(*variable, name, op, op.text());
  return found;
}

}  // namespace sfn::rules::structure
