#include "schemas/ecs/run_task.h"

#include "lint/nearest.h"

namespace sfn::schemas::ecs {

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

RunTask::RunTask(const asl::State& of, Value arguments)
    : state(&of), resource(of.resource), payload(arguments.is_object() ? arguments : Value()) {
  if (const Value found = literal("Overrides"); found.is_object()) overrides_ = found;
  containers_ = items(overrides_, "ContainerOverrides");
}

std::vector<Value> RunTask::items(Value object, std::string_view name) const {
  std::vector<Value> found;
  const Value array = literal(object, name);
  if (!array.is_array()) return found;
  for (Value item : array)
    if (item.is_object()) found.push_back(item);
  return found;
}

namespace {

std::optional<RunTask> read(const asl::State& state) {
  const asl::Resource& resource = state.resource;
  const bool sdk = resource.kind == asl::ResourceKind::aws_sdk && resource.service == "ecs" &&
                   resource.action == "runTask";
  if (!sdk && !resource.is_integration("ecs", "runTask")) return std::nullopt;
  return RunTask(state, state.arguments());
}

// Nearly a hundred rules ask this of every state, so it is read once.
struct RunTasks {
  explicit RunTasks(const asl::Machine& machine) {
    by_state.reserve(machine.states().size());
    for (const asl::State& state : machine.states()) by_state.push_back(read(state));
  }
  std::vector<std::optional<RunTask>> by_state;
};

}  // namespace

const RunTask* run_task(const asl::State& state) {
  if (!state.is(asl::StateType::task) || state.resource.action != "runTask") return nullptr;
  const auto& found = state.machine().derive<RunTasks>().by_state[state.index];
  return found ? &*found : nullptr;
}

const RunTask* optimized_run_task(const asl::State& state) {
  const RunTask* task = run_task(state);
  return task && !task->sdk() ? task : nullptr;
}

std::string_view container_name(const RunTask& task, Value container) {
  return task.text(container, "Name").value_or(std::string_view());
}

namespace {

// The reader bounds the depth of values, and so that of this recursion.
void collect(Value value, asl::QueryLanguage language, std::vector<asl::Parameter>& found) {
  for (Value child : value) {
    if (child.is_string()) found.push_back(asl::parameter(child, language));
    collect(child, language, found);
  }
}

}  // namespace

std::vector<asl::Parameter> strings(const RunTask& task) {
  std::vector<asl::Parameter> found;
  collect(task.payload, task.language(), found);
  return found;
}

}  // namespace sfn::schemas::ecs
