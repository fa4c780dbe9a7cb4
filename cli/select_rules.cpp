#include "cli/select_rules.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/printable.h"
#include "lint/nearest.h"
#include "rules/registry.h"

namespace sfn::cli {

namespace {

bool names(std::string_view id, const Rule& rule) { return id == rule.id || id == rules::family(rule); }

bool known(std::string_view id) {
  return std::any_of(rules::all().begin(), rules::all().end(),
                     [&](const Rule* rule) { return names(id, *rule); });
}

bool contains(const std::vector<std::string>& ids, const Rule& rule) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return names(id, rule); });
}

}  // namespace

std::string unknown_rule(std::string_view id) {
  std::vector<std::string_view> candidates;
  for (const Rule* rule : rules::all()) {
    candidates.push_back(rule->id);
    candidates.push_back(rules::family(*rule));
  }
  std::string message = fmt::format("unknown rule `{}`", printable(id));
  if (const auto meant = nearest(id, candidates)) message += fmt::format("; did you mean `{}`?", *meant);
  return message;
}

Selection select_rules(const std::vector<std::string>& select, const std::vector<std::string>& ignore,
                       Severity least) {
  for (const auto* ids : {&select, &ignore})
    for (const std::string& id : *ids)
      if (!known(id)) return {{}, unknown_rule(id)};
  Selection selection;
  for (const Rule* rule : rules::all())
    if (rule->severity >= least && (select.empty() || contains(select, *rule)) && !contains(ignore, *rule))
      selection.rules.push_back(rule);
  return selection;
}

}  // namespace sfn::cli
