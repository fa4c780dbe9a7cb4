#include "rules/service/shared/unknown_name.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "lint/asl/recognise.h"
#include "lint/characters.h"
#include "lint/nearest.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

// Fields of a state, and of the tasks of other integrations, that end up among the parameters. No operation
// with an optimized integration has them.
constexpr std::string_view never_parameters[] = {"HeartbeatSeconds", "InputPath",      "OutputPath",
                                                 "ResultPath",       "ResultSelector", "TaskToken"};

std::vector<std::string_view> proper_names(schemas::Shape shape) {
  std::vector<std::string_view> all;
  for (const schemas::Member member : shape.members())
    if (!member.alias()) all.push_back(member.name());
  return all;
}

// How every API's parameters are spelled in Step Functions.
bool is_pascal_case(std::string_view name) {
  return name.front() >= 'A' && name.front() <= 'Z' && is_word(name);
}

// `H266Settings` beside `H265Settings` is a new name, not a misspelt one.
bool differs_in_digits(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    std::string found;
    std::copy_if(text.begin(), text.end(), std::back_inserter(found), is_digit);
    return found;
  };
  return digits(a) != digits(b);
}

bool is_misspelt(const asl::Parameter& parameter, std::string_view near, asl::QueryLanguage language) {
  return parameter.name.size() >= 5 && edit_distance(parameter.name, near, 1) <= 1 &&
         !differs_in_digits(parameter.name, near) &&
         !asl::parameter(parameter.value.parent(), near, language);
}

bool is_foreign(const asl::Parameter& parameter, const Call& call) {
  const auto* end = std::end(never_parameters);
  return parameter.value.parent() == call.parameters &&
         call.resource.kind == asl::ResourceKind::integration &&
         std::find(std::begin(never_parameters), end, parameter.name) != end;
}

// Of ECS a parameter that belongs elsewhere in the same call. A short name may well be given a second place.
bool is_misplaced(const asl::Parameter& parameter, const Call& call) {
  return call.is_ecs() && parameter.name.size() >= 7 &&
         !schemas::positions(call.shape, parameter.name, 1).empty();
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", name);
  return text;
}

}  // namespace

std::optional<UnknownName> judge_name(const asl::Parameter& parameter, schemas::Shape owner,
                                      const Call& call) {
  const std::string_view name = parameter.name;
  if (name.empty() || owner.open() || owner.member_ignoring_case(name)) return std::nullopt;
  if (name.find("${") != name.npos || asl::may_hold_blank(name)) return std::nullopt;
  const auto near = nearest(name, proper_names(owner));
  const bool certain = !is_pascal_case(name) || is_foreign(parameter, call) ||
                       is_misplaced(parameter, call) ||
                       (near && is_misspelt(parameter, *near, call.state->language));
  return UnknownName{near, certain};
}

void explain_name(Diagnostic& found, const asl::Parameter& parameter, schemas::Shape owner,
                  const UnknownName& name, const Call& call) {
  if (!name.near) {
    const auto known = proper_names(owner);
    const auto elsewhere = schemas::positions(call.shape, parameter.name, 1);
    if (!elsewhere.empty())
      found.note(fmt::format("`{}` is a parameter at `{}`", parameter.name, elsewhere.front().path));
    else if (known.size() <= 12) found.note(fmt::format("accepted here: {}", listed(known)));
    return;
  }
  // Renaming onto a member that is there already would make a double of it.
  if (asl::parameter(parameter.value.parent(), *name.near, call.state->language)) return;
  const std::string suffix(parameter.value.name().substr(parameter.name.size()));
  found.offer_unsafe(fmt::format("rename to `{}`", *name.near),
                     rename_key(parameter.value, std::string(*name.near) + suffix));
}

}  // namespace sfn::rules::service
