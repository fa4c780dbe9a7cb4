#include "lint/json/json_text.h"

#include "lint/json/string.h"
#include "lint/json/text_of.h"

namespace sfn::json {

namespace {

void append_container(std::string& json, Value value) {
  json += value.is_object() ? '{' : '[';
  bool first = true;
  for (Value child : value) {
    if (!first) json += ',';
    first = false;
    if (value.is_object() && !child.name().empty()) json += quote(child.name()) + ":";
    json += to_json(child);
  }
  json += value.is_object() ? '}' : ']';
}

}  // namespace

// The reader bounds the depth of values, and so that of this recursion.
std::string to_json(Value value) {
  if (value.is_string()) return quote(value.text());
  std::string json;
  if (value.is_object() || value.is_array()) append_container(json, value);
  else json = value.is_opaque() ? text_of(value) : std::string(value.text());
  return json;
}

}  // namespace sfn::json
