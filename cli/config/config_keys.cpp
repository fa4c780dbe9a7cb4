#include "cli/config/config_keys.h"

#include <algorithm>

namespace sfn::cli {

namespace {

constexpr std::string_view severities[] = {"error", "warning", "info"};
constexpr std::string_view levels[] = {"error", "warning", "info", "off"};
constexpr std::string_view types[] = {"standard", "express"};

// Absent for "off".
std::optional<Severity> severity(Value value) {
  if (value.text() == "error") return Severity::error;
  if (value.text() == "warning") return Severity::warning;
  if (value.text() == "info") return Severity::info;
  return std::nullopt;
}

std::vector<std::string> texts(Value list) {
  std::vector<std::string> all;
  for (const Value item : list) all.emplace_back(item.text());
  return all;
}

void take_nothing(Value, const ConfigTarget&) {}

void take_select(Value value, const ConfigTarget& into) { into.settings.select = texts(value); }

void take_ignore(Value value, const ConfigTarget& into) { into.settings.ignore = texts(value); }

void take_levels(Value value, const ConfigTarget& into) {
  for (const Value level : value) into.settings.severity.emplace_back(level.name(), severity(level));
}

void take_min_severity(Value value, const ConfigTarget& into) {
  into.settings.min_severity = severity(value);
}

void take_type(Value value, const ConfigTarget& into) {
  into.settings.type = value.text() == "express" ? asl::MachineType::express : asl::MachineType::standard;
}

void take_rule_pages(Value value, const ConfigTarget& into) { into.settings.rule_pages = value.text(); }

void take_files(Value value, const ConfigTarget& into) {
  for (const Value pattern : value) into.files->add(pattern.text());
}

void take_exclude(Value value, const ConfigTarget& into) {
  for (const Value pattern : value) into.config.exclude.add(pattern.text());
}

void take_placeholders(Value value, const ConfigTarget& into) {
  for (const Value one : value) into.config.placeholders.add(std::string(one.name()), one);
}

constexpr ConfigKey table[] = {
    {"$schema",
     Shape::text,
     AllowedIn::file,
     false,
     "The schema of this file, for editors.",
     {},
     take_nothing},
    {"files",
     Shape::patterns,
     AllowedIn::override,
     true,
     "The files that this override applies to: patterns relative to the folder of this file, or names at "
     "any depth.",
     {},
     take_files},
    {"select",
     Shape::some_names,
     AllowedIn::both,
     false,
     "Use only these rules and families. The default is all.",
     {},
     take_select},
    {"ignore", Shape::names, AllowedIn::both, false, "Ignore these rules and families.", {}, take_ignore},
    {"severity", Shape::levels, AllowedIn::both, false,
     "The severity of rules and families; `off` ignores them.", levels, take_levels},
    {"min-severity", Shape::choice, AllowedIn::both, false,
     "Hide findings below this severity. The default is `warning`.", severities, take_min_severity},
    {"type", Shape::choice, AllowedIn::both, false,
     "The type of the state machines, unless the command line or the template sets it.", types, take_type},
    {"placeholders",
     Shape::values,
     AllowedIn::file,
     false,
     "Placeholders of templates, such as `${Name}`, and the values to lint with.",
     {},
     take_placeholders},
    {"exclude",
     Shape::patterns,
     AllowedIn::file,
     false,
     "Files to skip when a folder is searched: patterns relative to the folder of this file, or names at "
     "any depth.",
     {},
     take_exclude},
    {"rule-pages",
     Shape::address,
     AllowedIn::file,
     false,
     "The address of the pages of rules, to which reports link: where the folder `rules` of sfn-lint can be "
     "read.",
     {},
     take_rule_pages},
    {"overrides",
     Shape::overrides,
     AllowedIn::file,
     false,
     "Settings for some files only. If several overrides match, later ones win.",
     {},
     take_nothing},
};

}  // namespace

std::span<const ConfigKey> config_keys() { return table; }

const ConfigKey* find_config_key(std::string_view name, bool in_override) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const ConfigKey& key) {
    return key.name == name && is_allowed(key, in_override);
  });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace sfn::cli
