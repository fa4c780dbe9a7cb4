// One table of the keys of a configuration file. Both the checks of the reader and the schema for editors are
// derived from it, so the two cannot diverge.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cli/config/config.h"

namespace sfn::cli {

/// The kind of value that a key accepts.
enum class Shape : uint8_t {
  text,        // a string
  address,     // a string: where the pages of rules are
  choice,      // one of `choices`
  names,       // a list of rules and families
  some_names,  // the same, not empty
  levels,      // an object: rules and families to `choices`
  patterns,    // a list of patterns of paths, not empty
  values,      // an object: names to any values
  overrides,   // a list of objects, each with the keys for overrides
};

/// Where it can be used.
enum class AllowedIn : uint8_t { file, override, both };

/// The target of a valid value. `rule` is the one of an override if the key is in an override.
struct ConfigTarget {
  Config& config;
  RuleSettings& settings;
  ConfigPatterns* files;  // null in the file itself
};

struct ConfigKey {
  std::string_view name;
  Shape shape;
  AllowedIn allowed_in;
  bool required;
  std::string_view about;  // for people: one sentence
  std::span<const std::string_view> choices;
  /// Called for a value of that shape, whose names and patterns are not judged yet.
  void (*take)(Value, const ConfigTarget&);
};

std::span<const ConfigKey> config_keys();

/// Null for a key that cannot be used there.
const ConfigKey* find_config_key(std::string_view name, bool in_override);

inline bool is_allowed(const ConfigKey& key, bool in_override) {
  return key.allowed_in == AllowedIn::both || (key.allowed_in == AllowedIn::override) == in_override;
}

}  // namespace sfn::cli
