#include "rules/service/shared/values.h"

#include <fmt/core.h>

#include <vector>

#include "lint/nearest.h"

namespace sfn::rules::service {

namespace {

using schemas::Type;

std::string list(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t i = 0; i < names.size() && i < 12; ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
  return names.size() > 12 ? text + ", ..." : text;
}

struct Amount {
  double value;
  std::string_view unit;  // with a leading blank; empty for plain numbers
};

std::optional<Amount> amount(Value value, schemas::Shape shape) {
  const Type type = shape.type();
  if (const auto number = value.number(); number && type != Type::string && type != Type::timestamp)
    return Amount{*number, ""};
  if (const auto text = value.literal(); text && type == Type::string)
    return Amount{static_cast<double>(count_code_points(*text)), " characters"};
  if (value.is_array() && type == Type::list)
    return Amount{static_cast<double>(value.child_count()), " items"};
  return std::nullopt;
}

// A placeholder in a list may stand for several items or none.
bool countable(Value value) {
  for (Value item : value)
    if (item.is_opaque()) return false;
  return true;
}

WrongAmount wrong(const Amount& is, double wanted) {
  return {fmt::format("{:.15g}{}", is.value, is.unit), fmt::format("{:.15g}{}", wanted, is.unit)};
}

}  // namespace

std::optional<WrongChoice> wrong_choice(Value value, schemas::Shape shape) {
  const auto text = value.literal();
  if (!text || shape.enum_values().empty() || shape.accepts(*text)) return std::nullopt;
  std::vector<std::string_view> accepted;
  for (const std::string_view one : shape.enum_values()) accepted.push_back(one);
  return WrongChoice{nearest(*text, accepted), list(accepted)};
}

std::optional<WrongAmount> below_minimum(Value value, schemas::Shape shape) {
  const auto is = amount(value, shape);
  if (!is || !shape.minimum() || is->value >= *shape.minimum() || !countable(value)) return std::nullopt;
  return wrong(*is, *shape.minimum());
}

std::optional<WrongAmount> above_maximum(Value value, schemas::Shape shape) {
  const auto is = amount(value, shape);
  if (!is || !shape.maximum() || is->value <= *shape.maximum() || !countable(value)) return std::nullopt;
  return wrong(*is, *shape.maximum());
}

}  // namespace sfn::rules::service
