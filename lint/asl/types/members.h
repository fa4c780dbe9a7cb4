// Lists of members, sorted by name. Internal to this folder.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "lint/asl/types/type.h"

namespace sfn::asl::types {

/// The first member that does not come before `name`: the one of that name, if there is one.
template <typename Iterator>
Iterator place_of(Iterator begin, Iterator end, std::string_view name) {
  return std::lower_bound(begin, end, name,
                          [](const Member& member, std::string_view wanted) { return member.name < wanted; });
}

/// Sorts them. Of doubles the last counts, as JSON parsers take it.
inline void sort_members(std::vector<Member>& members) {
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.name < b.name; });
  const auto doubled = std::unique(members.rbegin(), members.rend(),
                                   [](const Member& a, const Member& b) { return a.name == b.name; });
  members.erase(members.begin(), doubled.base());
}

}  // namespace sfn::asl::types
