#include "rules/ecs/shared/task_definition.h"

#include "rules/ecs/shared/arn.h"

namespace sfn::rules::ecs {

namespace {

// `web:7` of `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7`.
std::string_view short_name(std::string_view text) {
  const auto arn = read_arn(text);
  return arn ? arn->resource.substr(arn->resource.find('/') + 1) : text;
}

bool is_of(Value definition, std::string_view name) {
  const size_t colon = name.find(':');
  if (definition["family"].literal() != name.substr(0, colon)) return false;
  if (colon == name.npos) return true;
  const auto revision = definition["revision"].integer();
  return revision && std::to_string(*revision) == name.substr(colon + 1);
}

bool all_named_alike(const RunTask& task) {
  const std::string_view name = task.get("TaskDefinition").value.text();
  for (const asl::State& state : task.state->machine().states()) {
    const auto other = run_task(state);
    if (other && other->get("TaskDefinition").value.text() != name) return false;
  }
  return !name.empty();
}

}  // namespace

Value task_definition(const RunTask& task) {
  const auto files = task.state->machine().surroundings().task_definitions;
  if (files.empty()) return {};
  if (const auto name = task.text("TaskDefinition")) {
    for (const Document* file : files)
      if (const Value found = file->root()["taskDefinition"]; is_of(found, short_name(*name))) return found;
    return {};
  }
  return files.size() == 1 && all_named_alike(task) ? files.front()->root()["taskDefinition"] : Value();
}

std::vector<std::string_view> names_in(Value array) {
  std::vector<std::string_view> names;
  for (Value item : array)
    if (const auto name = item["name"].literal()) names.push_back(*name);
  return names;
}

bool holds(Value array, std::string_view text) {
  for (Value item : array)
    if (item.literal() == text) return true;
  return false;
}

}  // namespace sfn::rules::ecs
