// Catalogue BP001.
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
  report.add(root.label(), "the state machine has no `TimeoutSeconds`, so that an execution may last a year")
      .note("a task without a timeout of its own", task->value.label());
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
    .summary = "neither the state machine nor its tasks have a time limit",
    .why =
        "An execution of a Standard workflow may last a year. One that hangs costs nothing by itself, "
        "but what it waits for may, and nobody is told. `TimeoutSeconds` at the root ends it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::practice::machine_timeout
