#include "cli/config/config.h"

#include <fmt/core.h>

#include <algorithm>
#include <unordered_set>

#include "cli/config/config_keys.h"
#include "cli/config/mistakes.h"
#include "cli/report/rule_page.h"
#include "lint/json/parse.h"
#include "lint/nearest.h"
#include "lint/wording.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

std::string_view expected(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::address:
    case Shape::choice:
      return "a string";
    case Shape::names:
    case Shape::some_names:
      return "a list of rules and families";
    case Shape::levels:
      return "an object of rules and families with their severities";
    case Shape::patterns:
      return "a list of patterns";
    case Shape::values:
      return "an object of names and their values";
    case Shape::overrides:
      return "a list of objects";
  }
  return {};
}

Kind kind_of(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::address:
    case Shape::choice:
      return Kind::string;
    case Shape::levels:
    case Shape::values:
      return Kind::object;
    case Shape::names:
    case Shape::some_names:
    case Shape::patterns:
    case Shape::overrides:
      break;
  }
  return Kind::array;
}

/// Judges each value by the shape of its key, and takes those that are right.
class Reader {
 public:
  Reader(Config& config, Mistakes& mistakes) : config_(config), mistakes_(mistakes) {}

  void read(Value root) {
    if (!root.is_object())
      return mistakes_.add(root.place(),
                           fmt::format("a configuration must be an object, not {}", describe(root.kind())));
    read_keys(root, {config_, config_.settings, nullptr});
  }

 private:
  void read_keys(Value object, const ConfigTarget& into) {
    const bool in_override = into.files != nullptr;
    no_doubles(object);
    for (const Value member : object) {
      const ConfigKey* key = find_config_key(member.name(), in_override);
      if (!key) unknown(member, in_override);
      else if (fits(member, *key)) take(member, *key, into);
    }
    for (const ConfigKey& key : config_keys())
      if (key.required && is_allowed(key, in_override) && !object.has(key.name))
        mistakes_.add(object.label(), fmt::format("`{}` is missing", key.name));
  }

  void take(Value value, const ConfigKey& key, const ConfigTarget& into) {
    if (key.shape != Shape::overrides) return key.take(value, into);
    for (const Value item : value) {
      Override& one = config_.overrides.emplace_back();
      read_keys(item, {config_, one.settings, &one.files});
    }
  }

  void unknown(Value member, bool in_override) {
    if (find_config_key(member.name(), !in_override)) {
      const std::string_view where =
          in_override ? "cannot be used in an override" : "can only be used in an override";
      return mistakes_.add(member.key(), fmt::format("`{}` {}", member.name(), where));
    }
    std::vector<std::string_view> names;
    for (const ConfigKey& key : config_keys())
      if (is_allowed(key, in_override)) names.push_back(key.name);
    mistakes_.add(member.key(), fmt::format("unknown key `{}`{}", member.name(),
                                            wording::did_you_mean(nearest(member.name(), names))));
  }

  void no_doubles(Value object) {
    std::unordered_set<std::string_view> seen;
    for (const Value member : object)
      if (!seen.insert(member.name()).second)
        mistakes_.add(member.key(), fmt::format("`{}` is set a second time", member.name()));
  }

  // Says what is wrong where it is not so.
  bool fits(Value value, const ConfigKey& key) {
    if (value.kind() != kind_of(key.shape)) return wrong_kind(value, key.name, expected(key.shape));
    bool right = true;
    switch (key.shape) {
      case Shape::text:
        break;
      case Shape::address:
        return is_address(value);
      case Shape::choice:
        return is_choice(value, key);
      case Shape::some_names:
        if (!value.first_child())
          return add(value.place(), "an empty list selects no rules; remove it to select all");
        [[fallthrough]];
      case Shape::names:
        for (const Value item : value) right = is_name(item, key.name) && right;
        break;
      case Shape::levels:
        no_doubles(value);
        for (const Value level : value) right = is_level(level, key) && right;
        break;
      case Shape::patterns:
        for (const Value item : value) right = is_pattern(item, key.name) && right;
        break;
      case Shape::values:
        no_doubles(value);
        for (const Value one : value) right = is_placeholder(one) && right;
        break;
      case Shape::overrides:
        for (const Value item : value)
          if (!item.is_object()) right = wrong_item(item, key.name, "objects");
        break;
    }
    return right;
  }

  bool is_address(Value value) {
    std::string fault = page_base_fault(value.text());
    return fault.empty() || add(value.place(), std::move(fault));
  }

  bool is_choice(Value value, const ConfigKey& key) {
    if (std::find(key.choices.begin(), key.choices.end(), value.text()) != key.choices.end()) return true;
    return add(value.place(),
               fmt::format("`{}` is not one of {}{}", value.text(), wording::alternatives(key.choices),
                           wording::did_you_mean(nearest(value.text(), key.choices))));
  }

  bool is_name(Value item, std::string_view key) {
    if (!item.is_string()) return wrong_item(item, key, "rules and families");
    return is_known(item.text(), item.place());
  }

  bool is_known(std::string_view name, Place place) {
    if (rules::is_known(name)) return true;
    return add(place, fmt::format("no rule or family is called `{}`{}", name,
                                  wording::did_you_mean(rules::nearest_name(name))));
  }

  bool is_level(Value level, const ConfigKey& key) {
    const bool known = is_known(level.name(), level.key());
    if (!level.is_string()) return wrong_kind(level, level.name(), wording::alternatives(key.choices));
    return is_choice(level, key) && known;
  }

  bool is_pattern(Value item, std::string_view key) {
    if (!item.is_string()) return wrong_item(item, key, "patterns");
    const std::string_view fault = ConfigPatterns().add(item.text());
    return fault.empty() || add(item.place(), std::string(fault));
  }

  bool is_placeholder(Value one) {
    const std::string_view name = one.name();
    if (name.empty()) return add(one.label(), "this placeholder has no name");
    if (name.find_first_of("{}$") == std::string_view::npos) return true;
    return add(one.key(),
               fmt::format("the name of a placeholder is the text between `${{` and `}}`, not `{}`", name));
  }

  bool wrong_kind(Value value, std::string_view key, std::string_view what) {
    return add(value.place(), fmt::format("`{}` must be {}, not {}", key, what, describe(value.kind())));
  }

  bool wrong_item(Value item, std::string_view key, std::string_view what) {
    return add(item.place(), fmt::format("`{}` must list {}, not {}", key, what, describe(item.kind())));
  }

  bool add(Place place, std::string message) {
    mistakes_.add(place, std::move(message));
    return false;
  }

  Config& config_;
  Mistakes& mistakes_;
};

}  // namespace

ConfigReading read_config(std::string path, std::string text) {
  auto source = std::make_unique<const Source>(path, std::move(text));
  json::Parsed parsed = json::parse(*source, 0);
  if (parsed.fault) return {std::nullopt, print_fault(path, source->text(), *parsed.fault)};
  auto document = std::make_unique<const Document>(std::move(*parsed.document));
  Config config;
  Mistakes mistakes;
  Reader(config, mistakes).read(document->root());
  if (!mistakes.empty()) return {std::nullopt, mistakes.print(path, *document)};
  config.path = std::move(path);
  config.source = std::move(source);
  config.document = std::move(document);
  return {std::move(config)};
}

}  // namespace sfn::cli
