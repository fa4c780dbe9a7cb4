#include "schemas/compile_tables.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "schemas/table_file.h"

namespace sfn::schemas {

using Members = std::vector<tables::MemberRow>;
using tables::Name;
using tables::ShapeId;

namespace {

constexpr uint32_t most = 0xffffff;

uint32_t low24(size_t value) {
  if (value >= most) fail("a table has more rows than 24 bits can count");
  return static_cast<uint32_t>(value) & most;
}

template <typename Row>
std::string bytes_of(const Row& row) {
  std::string bytes(sizeof row, '\0');
  std::memcpy(bytes.data(), &row, sizeof row);
  return bytes;
}

double limit(const std::string& text) { return text.empty() ? NAN : std::stod(text); }

uint32_t flags_of(const MemberText& member, bool alias) {
  return (member.required && !member.token ? uint32_t{tables::required_member} : 0) |
         (member.deprecated ? uint32_t{tables::deprecated_member} : 0) |
         (member.token ? uint32_t{tables::token_member} : 0) | (alias ? uint32_t{tables::alias_member} : 0);
}

}  // namespace

Tables::Tables() { range("", ""); }

Name Tables::name(const std::string& text) {
  const auto [known, added] = names_.try_emplace(text, Name{});
  if (!added) return known->second;
  if (text.size() > 255) fail("a name of more than 255 bytes: " + text);
  known->second = {low24(blob.size()) & most, static_cast<uint32_t>(text.size()) & 0xff};
  blob += text;
  return known->second;
}

uint32_t Tables::list(std::vector<Name>& rows, const std::vector<std::string>& names) {
  std::string key(&rows == &errors ? "errors" : "enum");
  std::vector<Name> made;
  for (const std::string& one : names) {
    made.push_back(name(one));
    key += bytes_of(made.back());
  }
  const auto [known, added] = lists_.try_emplace(key, low24(rows.size()));
  if (added) rows.insert(rows.end(), made.begin(), made.end());
  return known->second;
}

uint16_t Tables::range(const std::string& minimum, const std::string& maximum) {
  const auto [known, added] =
      range_rows_.try_emplace(minimum + ".." + maximum, static_cast<uint16_t>(ranges.size()));
  if (added) ranges.push_back({limit(minimum), limit(maximum)});
  return known->second;
}

ShapeId ShapeCompiler::reserve() {
  into_.shapes.push_back({});
  return low24(into_.shapes.size() - 1);
}

// A shape that is met again before it is complete contains itself: its row is reserved, and filled when it is
// complete.
ShapeId ShapeCompiler::named(const std::string& name) {
  if (const auto done = done_.find(name); done != done_.end()) return done->second;
  const auto text = service_.shapes.find(name);
  if (text == service_.shapes.end()) fail(where_ + ": no shape " + name);
  if (open_[name])
    return reserved_.try_emplace(name, 0).second ? reserved_[name] = reserve() : reserved_[name];
  open_[name] = true;
  ShapeId made = shape(text->second);
  if (const auto own = reserved_.find(name); own != reserved_.end()) {
    into_.shapes[own->second] = into_.shapes[made];
    made = own->second;
  }
  open_[name] = false;
  return done_[name] = made;
}

ShapeId ShapeCompiler::shape(const TypeText& type) {
  if (type.type == Type::absent) return named(type.name);
  tables::ShapeRow row{};
  row.type = static_cast<uint32_t>(type.type) & 0xf;
  row.flags = (type.open ? uint32_t{tables::open_shape} : 0) |
              (type.is_union ? uint32_t{tables::union_shape} : 0) |
              (type.text ? uint32_t{tables::text_shape} : 0);
  row.range = into_.range(type.minimum, type.maximum);
  Members members;
  if (type.of) row.first = shape(*type.of) & most;
  if (type.type == Type::structure) add_members(type, members);
  if (!type.values.empty()) row.first = into_.list(into_.enum_values, type.values) & most;
  row.count = static_cast<uint16_t>(members.size() + type.values.size());
  return keep(row, members);
}

void ShapeCompiler::add_members(const TypeText& type, Members& members) {
  for (const MemberText& member : type.members) {
    const ShapeId id = shape(member.type);
    for (const std::string& name : member.names)
      members.push_back({into_.name(name), id & most, flags_of(member, name != member.names.front()) & 0xff});
  }
  const auto text = [&](const tables::MemberRow& row) {
    return into_.blob.substr(row.name.offset, row.name.length);
  };
  std::sort(members.begin(), members.end(),
            [&](const tables::MemberRow& a, const tables::MemberRow& b) { return text(a) < text(b); });
  for (size_t i = 1; i < members.size(); ++i)
    if (text(members[i]) == text(members[i - 1])) fail(where_ + ": two members " + text(members[i]));
}

ShapeId ShapeCompiler::keep(const tables::ShapeRow& row, const Members& members) {
  std::string key = bytes_of(row);
  for (const tables::MemberRow& member : members) key += bytes_of(member);
  const auto [known, added] = known_.try_emplace(key, 0);
  if (!added) return known->second;
  known->second = reserve();
  tables::ShapeRow& kept = into_.shapes[known->second] = row;
  if (!members.empty()) {
    kept.first = low24(into_.members.size()) & most;
    into_.members.insert(into_.members.end(), members.begin(), members.end());
  }
  return known->second;
}

}  // namespace sfn::schemas
