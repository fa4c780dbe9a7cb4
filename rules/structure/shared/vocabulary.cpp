#include "rules/structure/shared/vocabulary.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <vector>

#include "lint/nearest.h"
#include "lint/wording.h"

namespace sfn::rules::structure {

namespace {

using asl::Construct;
using asl::ConstructKind;
using asl::Content;
using asl::Field;

constexpr double unlimited = 1e14;

// Names that people bring from elsewhere, too far from the right one for a comparison of letters.
struct Alias {
  std::string_view wrong, right;
};
constexpr Alias aliases[] = {
    {"Timeout", "TimeoutSeconds"},       {"TimeoutInSeconds", "TimeoutSeconds"},
    {"Heartbeat", "HeartbeatSeconds"},   {"MaxRetries", "MaxAttempts"},
    {"MaxRetryAttempts", "MaxAttempts"}, {"Retries", "Retry"},
    {"Interval", "IntervalSeconds"},     {"Description", "Comment"},
    {"ErrorsEqual", "ErrorEquals"},      {"Errors", "ErrorEquals"},
};

bool in_language(const Field& field, const Construct& construct) { return field.in(construct.language); }

std::optional<std::string_view> alias_of(const Construct& construct, std::string_view name) {
  for (const Alias& alias : aliases) {
    if (!equal_without_case(alias.wrong, name)) continue;
    const Field* field = asl::find_field(construct.kind, alias.right);
    if (field && in_language(*field, construct)) return alias.right;
  }
  return std::nullopt;
}

std::string number_text(double number) { return fmt::format("{}", static_cast<long long>(number)); }

std::string range(const Field& field, std::string_view kind) {
  if (field.min < -unlimited) return std::string(kind);
  if (field.max > unlimited) return fmt::format("{} of at least {}", kind, number_text(field.min));
  return fmt::format("{} from {} to {}", kind, number_text(field.min), number_text(field.max));
}

std::string_view construct_phrase(const Field& field) {
  if (field.name == "Retry") return "an array of retriers";
  if (field.name == "Catch") return "an array of catchers";
  if (field.name == "Branches") return "an array of objects, each with `StartAt` and `States`";
  if (field.content == Content::constructs) return "an array of choice rules";
  return "an object";
}

}  // namespace

std::span<const Field* const> fields_of(ConstructKind kind) {
  static const auto rows = [] {
    std::array<std::vector<const Field*>, asl::construct_kinds> found;
    for (const Field& field : asl::fields())
      for (size_t i = 0; i < found.size(); ++i)
        if (field.in(static_cast<ConstructKind>(i))) found[i].push_back(&field);
    return found;
  }();
  return rows[static_cast<size_t>(kind)];
}

bool has_plain_name(Value member) {
  return member && !(member.is_opaque() && member.name().empty()) &&
         member.name().find("${") == std::string_view::npos;
}

bool is_dynamic_field(std::string_view name) {
  return name.ends_with(".$") && asl::known_field(name.substr(0, name.size() - 2));
}

bool meant_as_operator(const Construct& construct, std::string_view name) {
  const bool rule = construct.is(ConstructKind::choice_rule) || construct.is(ConstructKind::nested_rule);
  if (!rule || construct.jsonata()) return false;
  for (const std::string_view prefix : {"String", "Numeric", "Boolean", "Timestamp", "Is"}) {
    const bool begins = name.size() > prefix.size() && name.starts_with(prefix);
    if (begins && name[prefix.size()] >= 'A' && name[prefix.size()] <= 'Z') return true;
  }
  const auto near = intended(construct, name);
  return near && asl::is_comparison(*near);
}

std::optional<std::string_view> intended(const Construct& construct, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Field* field : fields_of(construct.kind))
    if (in_language(*field, construct)) names.push_back(field->name);
  if (const auto near = nearest(name, names)) return near;
  return alias_of(construct, name);
}

bool has_in_some_form(const Construct& construct, std::string_view name) {
  for (const Value member : construct.value) {
    const std::string_view own = member.name();
    if (own == name) return true;
    if (own.size() == name.size() + 2 && own.starts_with(name) && own.ends_with(".$")) return true;
  }
  for (const Value member : construct.value)
    if (!asl::find_field(construct.kind, member.name()) && intended(construct, member.name()) == name)
      return true;
  return false;
}

std::string accepted(const Field& field) {
  switch (field.content) {
    case Content::choice:
      return field.values.size() == 1 ? wording::code(fmt::format("\"{}\"", field.values[0]))
                                      : wording::alternatives(field.values);
    case Content::boolean:
      return "`true` or `false`";
    case Content::integer:
      return range(field, "an integer");
    case Content::number:
      return range(field, "a number");
    case Content::timestamp:
      return "an RFC 3339 timestamp such as `2026-01-31T08:00:00Z`";
    case Content::state_name:
      return "the name of a state";
    case Content::resource:
      return "a string with an ARN";
    case Content::path:
    case Content::result_path:
      return field.nullable ? "a path such as `$.name`, or `null`" : "a path such as `$.name`";
    case Content::reference_path:
    case Content::text_path:
      return "a path such as `$.name`";
    case Content::items:
      return "an array";
    case Content::assignments:
      return "an object of variables";
    case Content::error_names:
      return "an array of error names";
    case Content::texts:
      return "an array of strings";
    case Content::named_states:
      return "an object of states";
    case Content::construct:
    case Content::constructs:
      return std::string(construct_phrase(field));
    case Content::payload:
      return "an object";
    default:
      return "a string";
  }
}

bool holds_expression(Value value) {
  return value.is_string() && value.text().find("{%") != std::string_view::npos;
}

}  // namespace sfn::rules::structure
