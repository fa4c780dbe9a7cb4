#include "rules/json/shared/duplicates.h"

#include <unordered_map>

namespace sfn::rules::json {

namespace {

constexpr size_t few = 16;  // up to so many members each is compared with each

bool has_name(Value member) { return !(member.is_opaque() && member.name().empty()); }

Value earlier_one(Value object, Value member) {
  for (const Value earlier : object) {
    if (earlier == member) break;
    if (earlier.name() == member.name() && has_name(earlier)) return earlier;
  }
  return {};
}

void find_by_table(Value object, std::vector<Duplicate>& found) {
  std::unordered_map<std::string_view, Value> seen;
  for (const Value member : object) {
    if (!has_name(member)) continue;
    const auto [at, is_new] = seen.emplace(member.name(), member);
    if (!is_new) found.push_back({member, at->second});
  }
}

}  // namespace

void find_duplicates(Value object, std::vector<Duplicate>& found) {
  if (object.names_differ()) return;
  if (object.child_count() > few) return find_by_table(object, found);
  for (const Value member : object)
    if (has_name(member))
      if (const Value earlier = earlier_one(object, member)) found.push_back({member, earlier});
}

}  // namespace sfn::rules::json
