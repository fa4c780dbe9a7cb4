#include "rules/ecs/shared/json_text.h"

#include <fmt/core.h>

#include "lint/json/text_of.h"

namespace sfn::rules::ecs {

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

std::string quote(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += {'\\', c};
    else if (c == '\n') json += "\\n";
    else if (c == '\t') json += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20) json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else json += c;
  }
  return json + '"';
}

// The reader bounds the depth of values, and so that of this recursion.
std::string to_json(Value value) {
  if (value.is_string()) return quote(value.text());
  std::string json;
  if (value.is_object() || value.is_array()) append_container(json, value);
  else json = value.is_opaque() ? sfn::json::text_of(value) : std::string(value.text());
  return json;
}

}  // namespace sfn::rules::ecs
