// Source: Developer Guide, pages connect-to-resource and connect-*: their examples of `.waitForTaskToken`.
#include "rules/service/shared/token_place.h"

#include <fmt/core.h>

#include <optional>
#include <vector>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/nearest.h"

namespace sfn::rules::service {

namespace {

struct TokenPlace {
  std::string_view service, action;
  // Names from the parameters down to the object or list that takes the token; `[]` is the first item.
  std::string_view path;
  // Of a list of variables the names of the members of an item; empty where the token is a member itself.
  std::string_view name, value;
  bool variable() const { return !name.empty(); }
};

constexpr TokenPlace places[] = {
    {"ecs", "runTask", "Overrides.ContainerOverrides.[].Environment", "Name", "Value"},
    {"batch", "submitJob", "ContainerOverrides.Environment", "Name", "Value"},
    {"eks", "runJob", "Job.spec.template.spec.containers.[].env", "name", "value"},
    {"eks", "call", "RequestBody", {}, {}},
    {"lambda", "invoke", "Payload", {}, {}},
    {"sqs", "sendMessage", "MessageBody", {}, {}},
    {"sns", "publish", "Message", {}, {}},
    {"states", "startExecution", "Input", {}, {}},
    {"events", "putEvents", "Entries.[].Detail", {}, {}},
    {"apigateway", "invoke", "RequestBody", {}, {}},
};

// A text or blob of the plain API takes no object.
bool fits(const TokenPlace& place, const asl::Resource& resource) {
  return resource.service == place.service && resource.action == place.action &&
         (place.variable() || resource.kind == asl::ResourceKind::integration);
}

const TokenPlace* place_of(const asl::Resource& resource) {
  for (const TokenPlace& place : places)
    if (fits(place, resource)) return &place;
  return nullptr;
}

std::string member(const asl::State& state, std::string_view name) {
  return state.jsonata() ? fmt::format(R"("{}": "{{% $states.context.Task.Token %}}")", name)
                         : fmt::format(R"("{}.$": "$$.Task.Token")", name);
}

std::string item(const asl::State& state, const TokenPlace& place) {
  return fmt::format(R"({{"{}": "TASK_TOKEN", {}}})", place.name, member(state, place.value));
}

std::string shown(std::string_view path) {
  std::string text(path);
  for (size_t at; (at = text.find(".[]")) != text.npos;) text.erase(at, 1);
  return text;
}

std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  for (size_t dot; (dot = path.find('.')) != path.npos; path.remove_prefix(dot + 1))
    steps.push_back(path.substr(0, dot));
  steps.push_back(path);
  return steps;
}

// The holder of the last step; absent where the way to it is not spelled out.
Value holder(const asl::State& state, const std::vector<std::string_view>& steps) {
  Value at = state.arguments();
  for (size_t i = 0; i + 1 < steps.size(); ++i)
    at = steps[i] == "[]" ? at.first_child() : asl::parameter(at, steps[i], state.language).literal();
  return at.is_object() && !at.open() ? at : Value();
}

// A name in another case would become a double of it once it is fixed.
bool lacks(const asl::State& state, Value object, std::string_view name) {
  for (Value member : object)
    if (equal_without_case(asl::parameter(member, state.language).name, name)) return false;
  return true;
}

std::optional<Change> change(const asl::State& state, const TokenPlace& place) {
  const auto steps = steps_of(place.path);
  const Value above = holder(state, steps);
  if (!above) return std::nullopt;
  const asl::Parameter there = asl::parameter(above, steps.back(), state.language);
  if (!there && !lacks(state, above, steps.back())) return std::nullopt;
  if (place.variable()) {
    const std::string variable = item(state, place);
    if (!there) return insert_member(above, std::string(steps.back()), "[" + variable + "]");
    return there.literal().is_array() ? std::optional(insert_item(there.value, variable)) : std::nullopt;
  }
  if (!there) return insert_member(above, std::string(steps.back()), "{" + member(state, "TaskToken") + "}");
  if (!there.literal().is_object() || asl::parameter(there.value, "TaskToken", state.language))
    return std::nullopt;
  return insert_member(there.value, state.jsonata() ? "TaskToken" : "TaskToken.$",
                       state.jsonata() ? R"("{% $states.context.Task.Token %}")" : R"("$$.Task.Token")");
}

}  // namespace

std::string token_advice(const asl::State& state) {
  const TokenPlace* place = place_of(state.resource);
  if (!place) return fmt::format("pass it as `{}`", member(state, "NAME"));
  return fmt::format("pass it as `{}` in `{}`",
                     place->variable() ? item(state, *place) : member(state, "TaskToken"),
                     shown(place->path));
}

void offer_token(const asl::State& state, Diagnostic& found) {
  const TokenPlace* place = place_of(state.resource);
  if (!place) return;
  if (auto insertion = change(state, *place))
    found.offer_unsafe(place->variable() ? "pass the token in an environment variable" : "pass the token",
                       std::move(*insertion));
}

}  // namespace sfn::rules::service
