#include "lint/asl/expression.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::rr_failures_unchecked {

using namespace schemas::ecs;

namespace {

// A function or another machine that gets the whole answer may look at it.
bool passes_result_whole(const asl::State& state) {
  for (const asl::Transition& transition : state.transitions)
    if (transition.to && transition.kind != asl::TransitionKind::catcher &&
        transition.to->is(asl::StateType::task) && !transition.to->value.has("Parameters") &&
        !transition.to->value.has("Arguments"))
      return true;
  return state.value.open() || state.scope->open();
}

void check(const RunTask& task, Report& report) {
  if (task.resource.pattern != asl::Pattern::request_response) return;
  const asl::Machine& machine = task.state->machine();
  for (const asl::Expression& expression : machine.expressions())
    if (expression.value.text().find("Failures") != std::string_view::npos) return;
  if (passes_result_whole(*task.state)) return;
  report.add((*task.state)["Resource"].place(),
             "nothing checks `Failures`, so a task that does not start goes unnoticed; read `$.Failures` "
             "in a Choice state or use `ecs:runTask.sync`");
}

constexpr Example examples[] = {
    {"nothing reads the failures",
     R"json({"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask"»,
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"nothing reads the failures, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": «"arn:aws:states:::ecs:runTask"»,
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"a Choice looks",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Started?"},
 "Started?": {"Type": "Choice", "Choices": [{"Variable": "$.Failures[0]", "IsPresent": true, "Next": "Failed"}], "Default": "Done"},
 "Failed": {"Type": "Fail"}, "Done": {"Type": "Succeed"}}})json"},
    {"the state waits",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/rr-failures-unchecked",
    .severity = Severity::warning,
    .summary = "nothing checks whether the task has started",
    .why =
        "Without `.sync` the state succeeds as soon as ECS answers, even if the answer contains no task "
        "but a list of `Failures`: no capacity, a missing resource or role. Read `$.Failures` in a Choice "
        "state, or use `.sync`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::rr_failures_unchecked
