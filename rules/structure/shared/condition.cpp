#include "rules/structure/shared/condition.h"

#include <algorithm>

namespace sfn::rules::structure {

namespace {

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_negation(std::string_view a, std::string_view b) {
  return a.starts_with("$not(") && a.ends_with(')') && trimmed(a.substr(5, a.size() - 6)) == b;
}

bool is_pair(std::string_view a, std::string_view b) {
  return (a == "=" && b == "!=") || (a == ">" && b == "<=") || (a == "<" && b == ">=");
}

// The word of operator characters around `at`.
std::string_view operator_at(std::string_view text, size_t at) {
  constexpr std::string_view characters = "=!<>";
  size_t begin = at, end = at;
  while (begin > 0 && characters.find(text[begin - 1]) != std::string_view::npos) --begin;
  while (end < text.size() && characters.find(text[end]) != std::string_view::npos) ++end;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string_view expression_text(Value condition) {
  const auto text = condition.literal();
  if (!text || !text->starts_with("{%") || !text->ends_with("%}") || text->size() < 4) return {};
  return trimmed(text->substr(2, text->size() - 4));
}

bool always_holds(Value condition) {
  return condition.boolean() == true || expression_text(condition) == "true";
}

bool are_opposite(std::string_view a, std::string_view b) {
  if (is_negation(a, b) || is_negation(b, a)) return true;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto at = static_cast<size_t>(differ.first - a.begin());
  const std::string_view op_a = operator_at(a, at), op_b = operator_at(b, at);
  if (!is_pair(op_a, op_b) && !is_pair(op_b, op_a)) return false;
  const auto begin = static_cast<size_t>(op_a.data() - a.data());
  // `a = 1 and b = 2` and `a != 1 and b = 2` leave cases open.
  const bool compound = a.find(" and ") != std::string_view::npos || a.find(" or ") != std::string_view::npos;
  return !compound && a.substr(0, begin) == b.substr(0, begin) &&
         a.substr(begin + op_a.size()) == b.substr(begin + op_b.size());
}

}  // namespace sfn::rules::structure
