#include "rules/service/shared/values.h"

#include <fmt/core.h>

#include <vector>

#include "lint/nearest.h"
#include "lint/wording.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

using schemas::Type;

// Without letter case and what `dropped` names.
std::string squeezed(std::string_view text, std::string_view dropped) {
  std::string left;
  for (const char c : lower(text))
    if (dropped.find(c) == dropped.npos) left += c;
  return left;
}

std::optional<std::string_view> same_without(std::string_view dropped, std::string_view text,
                                             const std::vector<std::string_view>& accepted) {
  const std::string wanted = squeezed(text, dropped);
  for (const std::string_view one : accepted)
    if (squeezed(one, dropped) == wanted) return one;
  return std::nullopt;
}

std::string list(const std::vector<std::string_view>& names) {
  constexpr size_t most = 12;
  if (names.size() <= most) return wording::alternatives(names);
  std::string text;
  for (const std::string_view name : std::span(names).first(most)) text += wording::code(name) + ", ";
  return text + "...";
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
  if (const auto same = same_without(" \t\r\n", *text, accepted))
    return WrongChoice{same, Likeness::letter_case, list(accepted)};
  if (const auto same = same_without(" \t\r\n_-", *text, accepted))
    return WrongChoice{same, Likeness::separators, list(accepted)};
  const auto near = nearest(*text, accepted);
  return WrongChoice{near, near ? Likeness::near : Likeness::none, list(accepted)};
}

// Sets of ECS whose values have been the same for years, by the names of their parameters.
static bool in_closed_set(Value value) {
  const std::string_view name = value.name();
  if (name == "LaunchType" || name == "AssignPublicIp" || name == "PropagateTags") return true;
  const std::string_view list = value.parent().parent().name();
  return name == "Type" &&
         (list == "PlacementConstraints" || list == "PlacementStrategy" || list == "EnvironmentFiles");
}

bool certainly_wrong(Value value, const WrongChoice& wrong, const Call& call) {
  if (wrong.likeness <= Likeness::separators) return true;
  return call.is_ecs() && in_closed_set(value);
}

std::optional<std::string_view> switch_value(bool on, schemas::Shape shape) {
  constexpr std::string_view words[][2] = {{"false", "true"}, {"disabled", "enabled"}, {"disable", "enable"}};
  std::vector<std::string_view> accepted;
  for (const std::string_view one : shape.enum_values()) accepted.push_back(one);
  for (const auto& pair : words) {
    const auto off_value = same_without("", pair[0], accepted),
               on_value = same_without("", pair[1], accepted);
    if (off_value && on_value) return on ? on_value : off_value;
  }
  return std::nullopt;
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
