// All rules, in the order of their ids. The list is generated from the names of the files in rules/.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace sfn::rules {

std::span<const Rule* const> all();
/// The rule with that ID; null if there is none.
const Rule* find(std::string_view id);
/// The rules whose ids end in that name, whatever their families: `runtask-missing`.
std::vector<const Rule*> find_without_family(std::string_view name);
/// The part of an id before the slash.
std::string_view family(const Rule& rule);

/// Whether it is the id of a rule or a family.
bool is_known(std::string_view name);
/// The id or family that a wrong name most probably stands for; the family may be missing or wrong.
std::optional<std::string_view> nearest_name(std::string_view wrong);

}  // namespace sfn::rules
