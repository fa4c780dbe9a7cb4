// Which rules run, and with which severity, as set by IDs and families in several places.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::cli {

/// The settings for rules in one place: a configuration file, one of its overrides, or the command line.
/// Names are IDs and families.
struct RuleSettings {
  std::vector<std::string> select;  // empty: sets nothing
  std::vector<std::string> ignore;
  /// Absent: off.
  std::vector<std::pair<std::string, std::optional<Severity>>> severity;
  std::optional<Severity> min_severity;
  std::optional<asl::MachineType> type;
  std::string rule_pages = {};  // the address of their pages; empty: sets nothing
};

struct Selection {
  std::vector<const Rule*> rules;
  /// Those that are not reported as they are by themselves.
  std::map<const Rule*, Severity> changed;

  Severity severity(const Rule& rule) const;
};

/// Later settings win. In each, `select` keeps only the rules that it names, `ignore` removes rules, even
/// those that `select` names, and an ID takes precedence over its family. Rules with a severity below `least`
/// are removed, because their findings would not be reported.
Selection select_rules(std::span<const RuleSettings* const> settings, Severity least);

/// The error in a name, empty if it is known: "unknown rule `x`", with the nearest name.
std::string unknown_rule(std::string_view name);
/// The same for the first unknown name of settings.
std::string unknown_rule(const RuleSettings& settings);

}  // namespace sfn::cli
