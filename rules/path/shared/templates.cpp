#include "rules/path/shared/templates.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path {

namespace {

// Members of AWS APIs that are themselves paths, queries or patterns.
constexpr std::string_view path_members[] = {"InputPath",  "InputPathsMap", "InputTransformer",
                                             "OutputPath", "JsonPath",      "JSONPath",
                                             "Pattern",    "Regex",         "Definition"};

}  // namespace

const asl::Field* template_field(const asl::Construct& construct, Value member) {
  const asl::Field* field = asl::field_of(construct, member);
  if (!field || !field->in(construct.language)) return nullptr;
  const bool holds = field->content == asl::Content::payload || field->content == asl::Content::assignments;
  return holds ? field : nullptr;
}

DollarMembers::DollarMembers(const asl::Machine& machine) {
  for (const asl::Construct& construct : machine.constructs())
    for (const Value member : construct.jsonata() ? Value() : construct.value)
      if (template_field(construct, member))
        each_value_below(member, [&](Value value) {
          if (value.name().ends_with(suffix)) all.push_back(value);
        });
}

void drop_suffix(Value member, Diagnostic& found) {
  const std::string_view name = member.name();
  const std::string_view plain = name.substr(0, name.size() - suffix.size());
  if (plain.empty() || member.parent().has(plain)) return;
  // A text, or what holds one, may be a path that lost its form: without the suffix it would be sent as text.
  const bool certain = member.is_number() || member.is_boolean() || member.is_null();
  found.offer(fmt::format("rename to `{}`", plain), certain ? Safety::safe : Safety::unsafe,
              {rename_key(member, std::string(plain))});
}

Value top(const asl::Expression& expression) {
  Value at = expression.value;
  while (at && !(at.parent() == expression.construct.value)) at = at.parent();
  return at;
}

bool takes_paths_as_text(const asl::Expression& expression) {
  for (Value at = expression.value; at && !(at == expression.construct.value); at = at.parent()) {
    const auto named = [&](std::string_view name) { return at.name() == name; };
    if (at.name().ends_with("xpression") ||
        std::any_of(std::begin(path_members), std::end(path_members), named))
      return true;
  }
  return false;
}

}  // namespace sfn::rules::path
