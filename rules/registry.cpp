#include "rules/registry.h"

#include <algorithm>

#include "rules/registry.inc"

namespace sfn::rules {

std::span<const Rule* const> all() { return all_rules; }

const Rule* find(std::string_view id) {
  const auto found = std::find_if(std::begin(all_rules), std::end(all_rules),
                                  [&](const Rule* rule) { return rule->id == id; });
  return found == std::end(all_rules) ? nullptr : *found;
}

std::string_view family(const Rule& rule) { return rule.id.substr(0, rule.id.find('/')); }

}  // namespace sfn::rules
