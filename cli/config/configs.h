// Which configuration applies to which file, and what it decides.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/config/config.h"
#include "cli/exit_status.h"
#include "lint/lint.h"

namespace sfn::cli {

/// The settings for a file.
struct Setup {
  Selection selection;
  RuleSet rules;
  /// Of the state machine; unknown if nothing sets it. A template takes precedence.
  asl::MachineType type = asl::MachineType::unknown;
  /// The address of the pages of rules; empty if nothing sets it.
  std::string rule_pages = {};
};

/// The nearest `.sfn-lint.json` in the folder of a file or above it applies as a whole. Each file is read
/// once, on first use. May be called from several threads; results live as long as this object.
class Configs {
 public:
  enum class Source : uint8_t { search, none, named };
  struct Wanted {
    Source source = Source::search;
    std::string path = {};                 // of a named one
    RuleSettings command_line = {};        // wins
    std::optional<Severity> fail_on = {};  // findings that fail a run are never hidden, unless asked for
  };
  explicit Configs(Wanted wanted);

  struct Choice {
    const Setup* setup = nullptr;
    const Substitutions* placeholders = nullptr;
    /// Whether the file is left out when its folder is searched.
    bool excluded = false;
    /// Null if there is no error; otherwise all of the above is empty.
    const Fault* fault = nullptr;
  };
  /// For a file, or for the current folder if the path is empty.
  Choice choice(std::string_view path);

 private:
  struct Loaded {
    std::string folder;  // absolute, with a slash at its end
    Config config;
    Fault fault;
    /// By the overrides that count.
    std::map<std::vector<bool>, std::unique_ptr<const Setup>> setups;
  };

  Loaded& loaded_for(std::string_view path);
  Loaded& find_above(const std::string& folder);
  Loaded& load(const std::string& path, std::string folder);
  std::string shown(const std::string& path) const;
  std::string below(const Loaded& loaded, std::string_view path) const;
  const Setup& setup(Loaded& loaded, const std::vector<bool>& overrides);
  Severity least(const std::vector<const RuleSettings*>& settings) const;

  Wanted wanted_;
  std::string current_;  // folder, with a slash at its end; empty where no file is looked for
  std::mutex mutex_;
  std::deque<Loaded> loaded_;
  // By folders as paths give them, and by absolute folders.
  std::unordered_map<std::string, Loaded*> by_given_, by_absolute_;
};

}  // namespace sfn::cli
