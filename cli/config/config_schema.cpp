#include "cli/config/config_schema.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string_view>

#include "cli/config/config_keys.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

class SchemaWriter {
 public:
  std::string write() {
    json_.SetIndent(' ', 2);
    json_.StartObject();
    text("$schema", "http://json-schema.org/draft-07/schema#");
    text("title", "Configuration of sfn-lint");
    keys(false);
    key("definitions");
    json_.StartObject();
    key("rule");
    names();
    json_.EndObject();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void key(std::string_view name) { string(name); }
  void string(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }
  void texts(std::string_view name, std::span<const std::string_view> values) {
    key(name);
    json_.StartArray();
    for (const std::string_view value : values) string(value);
    json_.EndArray();
  }

  // The members of an object with the keys of the file, or of an override.
  void keys(bool in_override) {
    text("type", "object");
    flag("additionalProperties", false);
    std::vector<std::string_view> required;
    for (const ConfigKey& one : config_keys())
      if (one.required && is_allowed(one, in_override)) required.push_back(one.name);
    if (!required.empty()) texts("required", required);
    key("properties");
    json_.StartObject();
    for (const ConfigKey& one : config_keys())
      if (is_allowed(one, in_override)) property(one);
    json_.EndObject();
  }

  void property(const ConfigKey& one) {
    key(one.name);
    json_.StartObject();
    text("description", one.about);
    shape(one);
    json_.EndObject();
  }

  void shape(const ConfigKey& one) {
    switch (one.shape) {
      case Shape::text:
        return text("type", "string");
      case Shape::address:
        text("type", "string");
        return text("pattern", "^https?://[^/]");
      case Shape::choice:
        return texts("enum", one.choices);
      case Shape::some_names:
        key("minItems");
        json_.Uint(1);
        [[fallthrough]];
      case Shape::names:
        return list([&] { rule(); });
      case Shape::levels:
        text("type", "object");
        key("propertyNames");
        object([&] { rule(); });
        key("additionalProperties");
        return object([&] { texts("enum", one.choices); });
      case Shape::patterns:
        return list([&] {
          text("type", "string");
          key("minLength");
          json_.Uint(1);
        });
      case Shape::values:
        return text("type", "object");
      case Shape::overrides:
        return list([&] { keys(true); });
    }
  }

  template <typename Members>
  void object(Members members) {
    json_.StartObject();
    members();
    json_.EndObject();
  }

  template <typename Members>
  void list(Members members) {
    text("type", "array");
    key("items");
    object(members);
  }

  void rule() { text("$ref", "#/definitions/rule"); }

  // Families, then rules with what they find.
  void names() {
    json_.StartObject();
    text("type", "string");
    key("anyOf");
    json_.StartArray();
    std::string_view family;
    for (const Rule* rule : rules::all()) {
      if (rules::family(*rule) == family) continue;
      family = rules::family(*rule);
      name(family, "all rules of this family");
    }
    for (const Rule* rule : rules::all()) name(rule->id, rule->summary);
    json_.EndArray();
    json_.EndObject();
  }

  void name(std::string_view name, std::string_view about) {
    object([&] {
      text("const", name);
      text("description", about);
    });
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

std::string config_schema() { return SchemaWriter().write(); }

}  // namespace sfn::cli
