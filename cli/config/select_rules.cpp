#include "cli/config/select_rules.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/config/mistakes.h"
#include "cli/report/printable.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

bool names(std::string_view name, const Rule& rule) { return name == rule.id || name == rules::family(rule); }

bool contains(const std::vector<std::string>& all, const Rule& rule) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& name) { return names(name, rule); });
}

/// What is decided about one rule so far.
struct Decision {
  bool chosen = true, off = false;
  Severity severity;

  void apply(const RuleSettings& settings, const Rule& rule) {
    if (!settings.select.empty()) chosen = contains(settings.select, rule);
    if (contains(settings.ignore, rule)) chosen = false;
    bool by_id = false;
    for (const auto& [name, level] : settings.severity) {
      if (!names(name, rule) || (by_id && name != rule.id)) continue;
      by_id = name == rule.id;
      off = !level;
      severity = level.value_or(rule.severity);
    }
  }
};

}  // namespace

Severity Selection::severity(const Rule& rule) const {
  const auto found = changed.find(&rule);
  return found == changed.end() ? rule.severity : found->second;
}

Selection select_rules(std::span<const RuleSettings* const> settings, Severity least) {
  Selection selection;
  for (const Rule* rule : rules::all()) {
    Decision decision{true, false, rule->severity};
    for (const RuleSettings* one : settings) decision.apply(*one, *rule);
    if (!decision.chosen || decision.off || decision.severity < least) continue;
    selection.rules.push_back(rule);
    if (decision.severity != rule->severity) selection.changed.emplace(rule, decision.severity);
  }
  return selection;
}

std::string unknown_rule(std::string_view name) {
  if (rules::is_known(name)) return {};
  const auto meant = rules::nearest_name(name);
  return fmt::format("unknown rule `{}`{}", printable(name),
                     meant ? did_you_mean(meant) : "; `sfn-lint rules` lists all");
}

std::string unknown_rule(const RuleSettings& settings) {
  for (const auto* names : {&settings.select, &settings.ignore})
    for (const std::string& name : *names)
      if (std::string fault = unknown_rule(name); !fault.empty()) return fault;
  for (const auto& [name, level] : settings.severity)
    if (std::string fault = unknown_rule(name); !fault.empty()) return fault;
  return {};
}

}  // namespace sfn::cli
