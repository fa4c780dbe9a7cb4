#include "rules/ecs/shared/run_task.h"

#include "lint/nearest.h"

namespace sfn::rules::ecs {

asl::Parameter RunTask::get(Value object, std::string_view name) const {
  return asl::parameter(object, name, language());
}

std::optional<std::string_view> RunTask::text(Value object, std::string_view name) const {
  return literal(object, name).literal();
}

bool RunTask::lacks(Value object, std::string_view name) const {
  if (!object.is_object() || object.open()) return false;
  for (Value member : object)
    if (equal_without_case(asl::parameter(member, language()).name, name)) return false;
  return true;
}

Value RunTask::overrides() const {
  const Value found = literal("Overrides");
  return found.is_object() ? found : Value();
}

std::vector<Value> RunTask::containers() const { return items(overrides(), "ContainerOverrides"); }

std::vector<Value> RunTask::items(Value object, std::string_view name) const {
  std::vector<Value> found;
  const Value array = literal(object, name);
  if (!array.is_array()) return found;
  for (Value item : array)
    if (item.is_object()) found.push_back(item);
  return found;
}

std::optional<RunTask> run_task(const asl::State& state) {
  // Many rules ask this of every state, so what is plainly something else is told apart before it is read.
  if (!state.is(asl::StateType::task) || state["Resource"].text().find("ecs:") == std::string_view::npos)
    return std::nullopt;
  RunTask task{&state, asl::resource(state), {}};
  const bool sdk = task.sdk() && task.resource.service == "ecs" && task.resource.action == "runTask";
  if (!sdk && !task.resource.is_integration("ecs", "runTask")) return std::nullopt;
  if (const Value arguments = state.arguments(); arguments.is_object()) task.payload = arguments;
  return task;
}

std::optional<RunTask> optimized_run_task(const asl::State& state) {
  auto task = run_task(state);
  return task && !task->sdk() ? task : std::nullopt;
}

std::string_view container_name(const RunTask& task, Value container) {
  return task.text(container, "Name").value_or(std::string_view());
}

}  // namespace sfn::rules::ecs
