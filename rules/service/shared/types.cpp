#include "rules/service/shared/types.h"

#include <algorithm>

#include "lint/nearest.h"
#include "rules/service/shared/values.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

using schemas::Type;

bool digits_only(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// An integer as JSON writes it, without leading zeros.
bool plain_integer(std::string_view text) {
  text = without_sign(text);
  return digits_only(text) && text.size() < 16 && (text.size() == 1 || text.front() != '0');
}

// `5`, `-0.25`
bool decimal(std::string_view text) {
  text = without_sign(text);
  const size_t point = text.find('.');
  return digits_only(text.substr(0, point)) && (point == text.npos || digits_only(text.substr(point + 1)));
}

bool boolean_word(std::string_view text) {
  return equal_without_case(text, "true") || equal_without_case(text, "false");
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

bool is_quoted_scalar(Value value, schemas::Shape shape) {
  const auto text = value.literal();
  if (!text) return false;
  const std::string_view word = trimmed(*text);
  if (shape.type() == Type::boolean) return boolean_word(word);
  if (shape.type() == Type::number) return decimal(word);
  return is_number(shape.type()) && digits_only(without_sign(word));
}

std::optional<std::string> converted(Value value, schemas::Shape shape) {
  const Type type = shape.type();
  const auto text = value.literal();
  if (type == Type::string && value.is_boolean() && !shape.enum_values().empty())
    if (const auto word = switch_value(*value.boolean(), shape)) return "\"" + std::string(*word) + "\"";
  if (type == Type::string && (value.is_number() || value.is_boolean()) && shape.accepts(value.text()))
    return "\"" + std::string(value.text()) + "\"";
  if (is_number(type) && text && plain_integer(*text)) return std::string(*text);
  if (type == Type::boolean && text && boolean_word(*text)) return lower(*text);
  return std::nullopt;
}

}  // namespace sfn::rules::service
