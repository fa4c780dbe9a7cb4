#include "rules/registry.h"

#include <algorithm>
#include <vector>

#include "lint/nearest.h"
#include "rules/registry.inc"

namespace sfn::rules {

std::span<const Rule* const> all() { return all_rules; }

const Rule* find(std::string_view id) {
  const auto found = std::find_if(std::begin(all_rules), std::end(all_rules),
                                  [&](const Rule* rule) { return rule->id == id; });
  return found == std::end(all_rules) ? nullptr : *found;
}

std::string_view family(const Rule& rule) { return rule.id.substr(0, rule.id.find('/')); }

bool is_known(std::string_view name) {
  return std::any_of(std::begin(all_rules), std::end(all_rules),
                     [&](const Rule* rule) { return rule->id == name || family(*rule) == name; });
}

std::optional<std::string_view> nearest_name(std::string_view wrong) {
  std::vector<std::string_view> names;
  for (const Rule* rule : all_rules) {
    names.push_back(rule->id);
    names.push_back(family(*rule));
  }
  return nearest(wrong, names);
}

}  // namespace sfn::rules
