// A configuration file, `.sfn-lint.json`: its contents, or its mistakes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config/config_patterns.h"
#include "cli/config/select_rules.h"
#include "lint/substitute.h"
#include "lint/text.h"

namespace sfn::cli {

inline constexpr std::string_view config_name = ".sfn-lint.json";

/// Settings for some files only.
struct Override {
  ConfigPatterns files;
  RuleSettings settings;
};

struct Config {
  std::string path;  // as messages print it
  RuleSettings settings;
  std::vector<Override> overrides;  // later ones win
  ConfigPatterns exclude;
  Substitutions placeholders;

  // The values of placeholders are nodes of the file.
  std::unique_ptr<const Source> source;
  std::unique_ptr<const Document> document;
};

/// Exactly one of the two is set.
struct ConfigReading {
  std::optional<Config> config;
  /// The mistakes, each with its place and line, ready to print.
  std::string mistakes = {};
};

/// Reads the text of a configuration file. Messages refer to it as `path`.
ConfigReading read_config(std::string path, std::string text);

}  // namespace sfn::cli
