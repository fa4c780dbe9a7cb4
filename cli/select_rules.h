// Which rules run, and as what they are reported: ids and families, said in several places.
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

/// What one place says about the rules: a configuration file, one of its overrides, or the command line.
/// Names are ids and families.
struct RuleSettings {
  std::vector<std::string> select;  // empty: says nothing
  std::vector<std::string> ignore;
  /// Absent: off.
  std::vector<std::pair<std::string, std::optional<Severity>>> severity;
  std::optional<Severity> min_severity;
  std::optional<asl::MachineType> type;
};

struct Selection {
  std::vector<const Rule*> rules;
  /// Those that are not reported as they are by themselves.
  std::map<const Rule*, Severity> changed;

  Severity severity(const Rule& rule) const;
};

/// Later settings win. In each, `select` leaves only what it names, `ignore` takes away, also what `select`
/// names, and an id says more about its rule than its family does. Rules that are reported below `least` are
/// left out: nobody would see what they find.
Selection select_rules(std::span<const RuleSettings* const> settings, Severity least);

/// What is wrong with a name, empty if it is known: "unknown rule `x`", with the nearest one.
std::string unknown_rule(std::string_view name);
/// The same for the first unknown name of settings.
std::string unknown_rule(const RuleSettings& settings);

}  // namespace sfn::cli
