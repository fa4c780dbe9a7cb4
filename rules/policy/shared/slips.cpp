#include "rules/policy/shared/slips.h"

#include <algorithm>

#include "lint/nearest.h"

namespace sfn::rules::policy {

namespace {

// The longest distance of `nearest` is a third of the name, but a name this long is another one sooner.
bool is_nearly(std::string_view arn, std::string_view wanted) {
  const size_t rule = arn.find(":rule/");
  if (rule == arn.npos) return false;
  const std::string_view name = arn.substr(arn.rfind('/') + 1);
  return name != wanted && name.find_first_of("*?$") == name.npos && edit_distance(name, wanted) <= 2;
}

template <typename Look>
std::optional<Slip> first(const Role& role, std::string_view action, Look look) {
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.not_resource) continue;
      if (statement.names(action) == Answer::no) continue;
      if (std::optional<Slip> slip = look(*policy, statement)) return slip;
    }
  return std::nullopt;
}

}  // namespace

std::string_view rule_name(const Need& need) {
  const std::string_view arn = need.resources.front().granted;
  return arn.substr(arn.rfind('/') + 1);
}

std::optional<Slip> misspelt_rule(const Role& role, const Need& need) {
  const auto look = [&](const Policy& policy, const Statement& statement) -> std::optional<Slip> {
    for (Value resource : statement.resources)
      if (const auto text = resource.literal(); text && is_nearly(*text, rule_name(need)))
        return Slip{&policy, &statement, resource};
    return std::nullopt;
  };
  return first(role, need.action, look);
}

std::optional<Slip> on_definition(const Role& role, std::string_view action) {
  return first(role, action, [](const Policy& policy, const Statement& statement) -> std::optional<Slip> {
    const bool all =
        !statement.resources.empty() &&
        std::all_of(statement.resources.begin(), statement.resources.end(), [](Value resource) {
          return resource.is_string() && resource.text().find(":task-definition/") != std::string_view::npos;
        });
    return all ? std::optional<Slip>(Slip{&policy, &statement, {}}) : std::nullopt;
  });
}

}  // namespace sfn::rules::policy
