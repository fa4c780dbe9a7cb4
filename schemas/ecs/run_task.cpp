#include "schemas/ecs/run_task.h"

#include <deque>

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

namespace {

bool starts_task(const asl::Resource& resource) {
  const bool called =
      resource.kind == asl::ResourceKind::aws_sdk || resource.kind == asl::ResourceKind::integration;
  return called && resource.service == "ecs" && resource.action == "runTask";
}

// Nearly a hundred rules ask this of every state, so it is read once.
struct RunTasks {
  explicit RunTasks(const asl::Machine& machine) : by_state(machine.states().size()) {
    for (const asl::State& state : machine.states())
      if (starts_task(state.resource)) by_state[state.index] = &all.emplace_back(state, state.arguments());
  }
  std::deque<RunTask> all;
  std::vector<const RunTask*> by_state;
};

}  // namespace

const RunTask* run_task(const asl::State& state) {
  if (!state.is(asl::StateType::task) || state.resource.action != "runTask") return nullptr;
  return state.machine().derive<RunTasks>().by_state[state.index];
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

void find_strings(const RunTask& task, std::vector<asl::Parameter>& found) {
  found.clear();
  collect(task.payload, task.language(), found);
}

}  // namespace

const std::vector<asl::Parameter>& strings(const RunTask& task) {
  return task.state->machine().derive<OfRunTask<std::vector<asl::Parameter>, find_strings>>().of(task);
}

}  // namespace sfn::schemas::ecs
