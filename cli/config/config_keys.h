// The keys of a configuration file: one table, from which the reader's checks and the schema for editors are
// made, so that the two cannot drift.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cli/config/config.h"

namespace sfn::cli {

/// What a key holds.
enum class Shape : uint8_t {
  text,        // a string
  choice,      // one of `choices`
  names,       // a list of rules and families
  some_names,  // the same, not empty
  levels,      // an object: rules and families to `choices`
  patterns,    // a list of patterns of paths, not empty
  values,      // an object: names to any values
  overrides,   // a list of objects, each with the keys for overrides
};

/// Where it may stand.
enum class Stands : uint8_t { file, override, both };

/// What a valid value goes into. `rule` is one of an override where the key stands in one.
struct ConfigTarget {
  Config& config;
  RuleSettings& settings;
  ConfigPatterns* files;  // null in the file itself
};

struct ConfigKey {
  std::string_view name;
  Shape shape;
  Stands stands;
  bool required;
  std::string_view about;  // for people: one sentence
  std::span<const std::string_view> choices;
  /// Called for a value of that shape, whose names and patterns are not judged yet.
  void (*take)(Value, const ConfigTarget&);
};

std::span<const ConfigKey> config_keys();

/// Null for a key that cannot stand there.
const ConfigKey* find_config_key(std::string_view name, bool in_override);

inline bool stands(const ConfigKey& key, bool in_override) {
  return key.stands == Stands::both || (key.stands == Stands::override) == in_override;
}

}  // namespace sfn::cli
