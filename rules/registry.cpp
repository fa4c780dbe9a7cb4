#include "rules/registry.h"

#include <algorithm>
#include <iterator>

#include "lint/nearest.h"
#include "rules/registry.inc"

namespace sfn::rules {

namespace {

std::string_view name_in_family(const Rule& rule) { return rule.id.substr(rule.id.find('/') + 1); }

}  // namespace

std::span<const Rule* const> all() { return all_rules; }

const Rule* find(std::string_view id) {
  const auto found = std::find_if(std::begin(all_rules), std::end(all_rules),
                                  [&](const Rule* rule) { return rule->id == id; });
  return found == std::end(all_rules) ? nullptr : *found;
}

std::string_view family(const Rule& rule) { return rule.id.substr(0, rule.id.find('/')); }

std::vector<const Rule*> find_without_family(std::string_view name) {
  std::vector<const Rule*> found;
  std::copy_if(std::begin(all_rules), std::end(all_rules), std::back_inserter(found),
               [&](const Rule* rule) { return name_in_family(*rule) == name; });
  return found;
}

bool is_known(std::string_view name) {
  return std::any_of(std::begin(all_rules), std::end(all_rules),
                     [&](const Rule* rule) { return rule->id == name || family(*rule) == name; });
}

std::optional<std::string_view> nearest_name(std::string_view wrong) {
  std::vector<std::string_view> names, bare;
  for (const Rule* rule : all_rules) {
    names.push_back(rule->id);
    names.push_back(family(*rule));
    bare.push_back(name_in_family(*rule));
  }
  if (const auto found = nearest(wrong, names)) return found;
  const auto meant = nearest(wrong.substr(wrong.find('/') + 1), bare);
  if (!meant) return std::nullopt;
  return find_without_family(*meant).front()->id;
}

}  // namespace sfn::rules
