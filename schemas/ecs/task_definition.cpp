#include "schemas/ecs/task_definition.h"

#include <algorithm>

#include "schemas/arn.h"
#include "schemas/deployment.h"

namespace sfn::schemas::ecs {

namespace {

// `web:7` of `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7`.
std::string_view short_name(std::string_view text) {
  const auto arn = read_arn(text);
  return arn ? arn->resource.substr(arn->resource.find('/') + 1) : text;
}

// What is registered with a file gets its revision only then.
Naming named_by(TaskDefinition definition, std::string_view name) {
  const auto family = definition["family"].literal();
  const size_t colon = name.find(':');
  if (!family) return Naming::unknown;
  if (*family != name.substr(0, colon)) return Naming::none;
  const auto revision = definition["revision"].integer();
  if (colon == name.npos || !revision) return Naming::named;
  return std::to_string(*revision) == name.substr(colon + 1) ? Naming::named : Naming::other_revision;
}

bool all_named_alike(const RunTask& task) {
  const std::string_view name = task.get("TaskDefinition").value.text();
  for (const asl::State& state : task.state->machine().states()) {
    const auto other = run_task(state);
    if (other && other->get("TaskDefinition").value.text() != name) return false;
  }
  return !name.empty();
}

// Read once a machine: many rules ask for them.
struct Given {
  explicit Given(const asl::Machine& machine) {
    for (const Document* file : deployment(machine.surroundings()).task_definitions)
      for (const TaskDefinition& definition : task_definitions_in(file->root())) all.push_back(definition);
  }
  std::vector<TaskDefinition> all;
};

}  // namespace

namespace {

// A revision that a literal names may be an older one than the template's.
TaskDefinition declared_definition(const RunTask& task) {
  const asl::Parameter parameter = task.get("TaskDefinition");
  const std::string_view text = parameter.value.text();
  const auto literal = parameter.value.literal();
  if (parameter.dynamic || (literal && short_name(text).find(':') != text.npos)) return {};
  const Deployment& known = deployment(task.state->machine().surroundings());
  const Declared* found = known.find(ResourceKind::task_definition, text);
  return found ? TaskDefinition{found->properties, found} : TaskDefinition();
}

}  // namespace

TaskDefinition task_definition(const RunTask& task) {
  const TaskDefinition given = given_definition(task);
  return given ? given : declared_definition(task);
}

TaskDefinition given_definition(const RunTask& task) {
  const asl::Machine& machine = task.state->machine();
  if (deployment(machine.surroundings()).task_definitions.empty()) return {};
  const std::vector<TaskDefinition>& given = machine.derive<Given>().all;
  const auto name = task.text("TaskDefinition");
  if (name)
    for (const TaskDefinition& definition : given)
      if (named_by(definition, short_name(*name)) == Naming::named) return definition;
  if (given.size() != 1 || (name && given.front()["family"].literal())) return {};
  return all_named_alike(task) ? given.front() : TaskDefinition();
}

void point_at(TaskDefinition definition, Diagnostic& found) {
  if (!definition.declared) return;
  found.note("task definition `" + std::string(definition.declared->name) + "` is here",
             definition.declared->place);
}

Naming naming(const asl::Machine& machine, TaskDefinition definition) {
  Naming most = Naming::none;
  for (const asl::State& state : machine.states()) {
    const RunTask* task = run_task(state);
    if (!task) continue;
    const auto name = task->text("TaskDefinition");
    const Naming here = given_definition(*task) == definition ? Naming::named
                        : name                                ? named_by(definition, short_name(*name))
                                                              : Naming::unknown;
    most = std::max(most, here);
  }
  return most;
}

std::optional<std::vector<std::string_view>> names_in(Value array) {
  std::vector<std::string_view> names;
  if (array && !array.is_array()) return std::nullopt;
  for (Value item : array) {
    const auto name = member_of(item, "name").literal();
    if (!name) return std::nullopt;
    names.push_back(*name);
  }
  return names;
}

bool holds(Value array, std::string_view text) {
  for (Value item : array)
    if (item.literal() == text) return true;
  return false;
}

}  // namespace sfn::schemas::ecs
