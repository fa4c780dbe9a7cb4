#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::result_overwrites {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const bool known = task.resource.waits() || task.resource.pattern == asl::Pattern::request_response;
  if (!known || task.state->terminal || task.state->value.open()) return;
  for (const std::string_view field : {"ResultPath", "ResultSelector", "OutputPath", "Output"})
    if (task.state->value.has(field)) return;
  report.add(task.state->value.label(),
             fmt::format("the result of the task replaces the input of the next state; use `{}` to keep "
                         "the input",
                         task.state->jsonata() ? "Output" : "ResultPath"));
}

constexpr Example examples[] = {
    {"no ResultPath",
     R"json({"StartAt": "Run", "States": {«"Run"»: {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Succeed"}}})json"},
    {"no Output, in JSONata",
     R"json({"StartAt": "Run", "States": {«"Run"»: {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Succeed"}}})json"},
    {"apart",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.ecs", "Next": "Use"},
 "Use": {"Type": "Succeed"}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/result-overwrites",
    .severity = Severity::info,
    .summary = "the description of the task replaces the input",
    .why =
        "The result is several kilobytes of JSON about the task. Without a `ResultPath`, `ResultSelector` "
        "or `Output` it replaces data that later states want to read.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::result_overwrites
