#include <algorithm>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::practice::machine_timeout {

namespace {

bool may_run_for_ever(const asl::State& state) {
  return state.is(asl::StateType::task) && !state.value.has("TimeoutSeconds") &&
         !state.value.has("TimeoutSecondsPath") && !state.value.open();
}

void check(const asl::Machine& machine, Report& report) {
  const Value root = machine.root();
  if (root.has("TimeoutSeconds") || root.open()) return;
  // Express workflows end after five minutes.
  if (machine.surroundings().type == asl::MachineType::express) return;
  const auto& states = machine.states();
  const auto task = std::find_if(states.begin(), states.end(), may_run_for_ever);
  if (task == states.end()) return;
  report.add(root.label(), "the state machine has no `TimeoutSeconds`, so an execution can last a year")
      .note("this task has no timeout of its own", task->value.label());
}

constexpr Example examples[] = {
    {"no limit anywhere",
     R"(«{»"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}})"},
    {"a limit for the whole",
     R"({"TimeoutSeconds": 7200, "StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}})"},
    {"a limit for each task",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 600, "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/machine-timeout",
    .severity = Severity::info,
    .summary = "a state machine without a timeout, neither of its own nor for its tasks",
    .why =
        "An execution of a Standard workflow can last a year. One that hangs costs nothing by itself, but "
        "whatever it waits for may, and nobody notices. `TimeoutSeconds` at the root ends it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::practice::machine_timeout
