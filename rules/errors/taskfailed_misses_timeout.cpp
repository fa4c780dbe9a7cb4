#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::taskfailed_misses_timeout {

namespace {

void check(const asl::State& state, Report& report) {
  if (!state.value.has("TimeoutSeconds") && !state.value.has("TimeoutSecondsPath")) return;
  const auto all = asl::all_handlers(state);
  if (asl::may_handle(all, "States.ALL") || asl::may_handle(all, "States.Timeout")) return;
  const std::vector<asl::Handler> catchers = asl::handlers(state["Catch"]);
  Value item = find(catchers, "States.TaskFailed");
  if (!item) item = find(all, "States.TaskFailed");
  if (!item) return;
  report
      .add(item.place(), "`States.TaskFailed` does not match the timeout of this state; add `States.Timeout`")
      .offer_unsafe("also handle `States.Timeout`", insert_item(item.parent(), R"("States.Timeout")"));
}

constexpr Example examples[] = {
    {"a timeout that nothing catches",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 60, "End": true,
              "Catch": [{"ErrorEquals": [«"States.TaskFailed"»], "Next": "B"}]},
        "B": {"Type": "Succeed"}}})",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 60, "End": true,
              "Catch": [{"ErrorEquals": ["States.TaskFailed", "States.Timeout"], "Next": "B"}]},
        "B": {"Type": "Succeed"}}})"},
    {"both are caught",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 60, "End": true,
              "Retry": [{"ErrorEquals": ["States.TaskFailed"]}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Succeed"}}})"},
    {"no timeout",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["States.TaskFailed"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/taskfailed-misses-timeout",
    .severity = Severity::warning,
    .summary = "a state with a timeout that handles `States.TaskFailed`, but not the timeout",
    .why =
        "`States.TaskFailed` matches every error that a task can raise except `States.Timeout`. When "
        "`TimeoutSeconds` passes, no handler matches and the execution fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::taskfailed_misses_timeout
