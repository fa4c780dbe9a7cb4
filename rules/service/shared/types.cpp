#include "rules/service/shared/types.h"

#include <algorithm>

namespace sfn::rules::service {

namespace {

using schemas::Type;

bool digits_only(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.size() < 16 && (text.size() == 1 || text.front() != '0') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(Type type) {
  return type == Type::integer || type == Type::long_integer || type == Type::number;
}

std::string describe_list(schemas::Shape item) {
  const std::string one = describe(item);
  return "an array of " + one.substr(one.find(' ') + 1) + "s";
}

}  // namespace

std::string describe(schemas::Shape shape) {
  switch (shape.type()) {
    case Type::structure:
    case Type::map:
      return "an object";
    case Type::list:
      return describe_list(shape.item());
    case Type::integer:
    case Type::long_integer:
      return "an integer";
    case Type::number:
      return "a number";
    case Type::boolean:
      return "a boolean";
    case Type::timestamp:
      return "a timestamp";
    case Type::string:
    case Type::blob:
      return "a string";
    case Type::document:
    case Type::absent:
      break;
  }
  return "any value";
}

bool fits(Value value, schemas::Shape shape) {
  if (value.is_opaque() || (value.is_string() && shape.accepts_text())) return true;
  switch (shape.type()) {
    case Type::structure:
    case Type::map:
      return value.is_object();
    case Type::list:
      return value.is_array();
    case Type::integer:
    case Type::long_integer:
      return value.integer().has_value() || value.templated();
    case Type::number:
      return value.is_number() || value.templated();
    case Type::boolean:
      return value.is_boolean() || value.templated();
    case Type::timestamp:
      return value.is_string() || value.is_number();
    case Type::string:
    case Type::blob:
      return value.is_string();
    case Type::document:
    case Type::absent:
      break;
  }
  return true;
}

std::optional<std::string> converted(Value value, schemas::Shape shape) {
  const Type type = shape.type();
  const auto text = value.literal();
  if (type == Type::string && (value.is_number() || value.is_boolean()))
    return "\"" + std::string(value.text()) + "\"";
  if (is_number(type) && text && digits_only(*text)) return std::string(*text);
  if (type == Type::boolean && (text == "true" || text == "false")) return std::string(*text);
  return std::nullopt;
}

}  // namespace sfn::rules::service
