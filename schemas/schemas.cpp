#include "schemas/schemas.h"

#include <algorithm>
#include <cmath>

#include "schemas/tables.h"

namespace sfn::schemas {
namespace {

using tables::text;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

const tables::ShapeRow& row_of(uint32_t id) {
  static constexpr tables::ShapeRow absent{};
  return id == tables::no_shape ? absent : tables::shapes[id];
}

const tables::IntegrationRow* integration_rows_end() {
  return tables::integrations + tables::integration_count;
}

/// The first integration of a service, or of a later one.
const tables::IntegrationRow* first_of(std::string_view service) {
  return std::lower_bound(
      tables::integrations, integration_rows_end(), service,
      [](const tables::IntegrationRow& row, std::string_view wanted) { return text(row.service) < wanted; });
}

}  // namespace

std::string_view EnumRow::at(uint32_t row) { return text(tables::enum_values[row]); }
std::string_view ErrorRow::at(uint32_t row) { return text(tables::errors[row]); }
Member MemberRow::at(uint32_t row) { return Member::at(row); }
Integration IntegrationRow::at(uint32_t row) { return Integration::at(row); }

Shape Shape::at(uint32_t id) {
  Shape shape;
  shape.id_ = id;
  return shape;
}

Type Shape::type() const { return static_cast<Type>(row_of(id_).type); }
bool Shape::open() const { return (row_of(id_).flags & tables::open_shape) != 0; }
bool Shape::accepts_text() const { return (row_of(id_).flags & tables::text_shape) != 0; }
bool Shape::is_union() const { return (row_of(id_).flags & tables::union_shape) != 0; }

Rows<MemberRow> Shape::members() const {
  return is_structure() ? Rows<MemberRow>(row_of(id_).first, row_of(id_).count) : Rows<MemberRow>();
}

Member Shape::member(std::string_view name) const {
  if (!is_structure()) return {};
  const tables::MemberRow* begin = tables::members + row_of(id_).first;
  const tables::MemberRow* end = begin + row_of(id_).count;
  const auto* found = std::lower_bound(
      begin, end, name,
      [](const tables::MemberRow& row, std::string_view wanted) { return text(row.name) < wanted; });
  if (found == end || text(found->name) != name) return {};
  return Member::at(static_cast<uint32_t>(found - tables::members));
}

Member Shape::member_ignoring_case(std::string_view name) const {
  Member found;
  for (Member member : members())
    if (equal_ignoring_case(member.name(), name) && (!found || found.alias())) found = member;
  return found;
}

Shape Shape::item() const { return type() == Type::list ? at(row_of(id_).first) : Shape(); }
Shape Shape::value() const { return type() == Type::map ? at(row_of(id_).first) : Shape(); }

Rows<EnumRow> Shape::enum_values() const {
  return type() == Type::string ? Rows<EnumRow>(row_of(id_).first, row_of(id_).count) : Rows<EnumRow>();
}

bool Shape::accepts(std::string_view enum_value) const {
  const Rows<EnumRow> values = enum_values();
  return values.empty() || std::find(values.begin(), values.end(), enum_value) != values.end();
}

std::optional<double> Shape::minimum() const {
  const double limit = tables::ranges[row_of(id_).range].minimum;
  return std::isnan(limit) ? std::nullopt : std::optional(limit);
}

std::optional<double> Shape::maximum() const {
  const double limit = tables::ranges[row_of(id_).range].maximum;
  return std::isnan(limit) ? std::nullopt : std::optional(limit);
}

Member Member::at(uint32_t row) {
  Member member;
  member.row_ = row;
  return member;
}

uint8_t Member::flags() const { return *this ? tables::members[row_].flags : uint8_t{0}; }
std::string_view Member::name() const {
  return *this ? text(tables::members[row_].name) : std::string_view();
}
Shape Member::shape() const { return *this ? Shape::at(tables::members[row_].shape) : Shape(); }
bool Member::required() const { return (flags() & tables::required_member) != 0; }
bool Member::deprecated() const { return (flags() & tables::deprecated_member) != 0; }
bool Member::idempotency_token() const { return (flags() & tables::token_member) != 0; }
bool Member::alias() const { return (flags() & tables::alias_member) != 0; }

// Java and the API spell a name with other capitals, or with `Value` after a word that Java reserves.
bool Member::stands_for(Member other) const {
  if (*this == other) return true;
  if (!*this || !other || alias() == other.alias() || shape() != other.shape()) return false;
  const std::string_view a = name(), b = other.name();
  const std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
  const std::string_view rest = longer.substr(shorter.size());
  return equal_ignoring_case(shorter, longer.substr(0, shorter.size())) && (rest.empty() || rest == "Value");
}

Integration Integration::at(uint32_t row) {
  Integration integration;
  integration.row_ = row;
  return integration;
}

std::string_view Integration::service() const { return text(tables::integrations[row_].service); }
std::string_view Integration::action() const { return text(tables::integrations[row_].action); }
uint8_t Integration::patterns() const { return tables::integrations[row_].patterns; }
Standing Integration::standing() const { return static_cast<Standing>(tables::integrations[row_].place); }
bool Integration::wrapper() const { return tables::integrations[row_].wrapper != 0; }
std::string_view Integration::see() const { return text(tables::integrations[row_].see); }
Shape Integration::parameters() const { return operation().parameters(); }
Shape Integration::result() const {
  return tables::integrations[row_].has_result ? operation().result() : Shape();
}
Rows<ErrorRow> Integration::errors() const { return operation().errors(); }
Operation Integration::operation() const { return Operation::at(tables::integrations[row_].operation); }

std::optional<Integration> find(std::string_view service, std::string_view action) {
  for (const auto* row = first_of(service); row != integration_rows_end() && text(row->service) == service;
       ++row)
    if (text(row->action) == action)
      return Integration::at(static_cast<uint32_t>(row - tables::integrations));
  return std::nullopt;
}

Rows<IntegrationRow> integrations() { return {0, static_cast<uint32_t>(tables::integration_count)}; }

std::vector<std::string_view> services() {
  std::vector<std::string_view> names;
  for (Integration one : integrations())
    if (names.empty() || names.back() != one.service()) names.push_back(one.service());
  return names;
}

std::vector<std::string_view> actions(std::string_view service) {
  std::vector<std::string_view> names;
  for (Integration one : integrations())
    if (one.service() == service) names.push_back(one.action());
  return names;
}

Shape parameters(std::string_view service, std::string_view action) {
  const auto found = find(service, action);
  return found ? found->parameters() : Shape();
}

Shape result(std::string_view service, std::string_view action) {
  const auto found = find(service, action);
  return found ? found->result() : Shape();
}

}  // namespace sfn::schemas
