#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/result.h"

namespace sfn::rules::ecs::result_path {

using namespace schemas::ecs;

namespace {

// `$.Tasks[0].StopCode` of a task: without the first two steps.
void check_sync(const ResultReading& reading, Report& report) {
  const ResultStep& first = reading.steps.front();
  if (first.name != "Tasks" && first.name != "Failures") return;
  Diagnostic& found =
      report.add(first.place, fmt::format("the result of `ecs:runTask.sync` has no `{}`; it is the task "
                                          "itself, with members such as `StopCode` and `Containers`",
                                          first.name));
  if (reading.steps.size() > 1 && reading.steps[1].name.empty() && reading.steps[1].index == 0)
    found.offer_unsafe("read the task itself",
                       replace_text(reading.value.stretch(first.offset, reading.steps[1].end), ""));
}

void check_answer(const ResultReading& reading, Report& report) {
  const ResultStep& first = reading.steps.front();
  if (!task_shape().member(first.name)) return;
  report
      .add(first.place,
           fmt::format("the result of `ecs:runTask` has no `{}`; it is `{{Tasks, Failures}}`, so read "
                       "`Tasks[0].{}`",
                       first.name, first.name))
      .offer_unsafe("read the first task", replace_text(first.place, fmt::format("Tasks[0].{}", first.name)));
}

void check_reading(const RunTask& task, const ResultReading& reading, Report& report) {
  if (task.resource.waits()) check_sync(reading, report);
  if (task.resource.pattern == asl::Pattern::request_response) check_answer(reading, report);
}

void check(const RunTask& task, Report& report) {
  for (const ResultReading& reading : result_readings(task)) check_reading(task, reading, report);
}

constexpr Example examples[] = {
    {"the answer of the other pattern",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.«Tasks»[0].StopCode"}, "End": true}}})json",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.StopCode"}, "End": true}}})json"},
    {"the task of the other pattern",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.ecs", "Next": "Use"},
 "Use": {"Type": "Pass", "InputPath": "$.ecs.«TaskArn»", "End": true}}})json",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.ecs", "Next": "Use"},
 "Use": {"Type": "Pass", "InputPath": "$.ecs.Tasks[0].TaskArn", "End": true}}})json"},
    {"in the state itself, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Output": "{% $states.result.«Tasks»[0].StopCode %}", "End": true})json"},
    {"paths that fit",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.Containers[0].ExitCode"}, "End": true}}})json"},
    {"a state that is entered from elsewhere too",
     R"json({"StartAt": "Use", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Choice", "Choices": [{"Variable": "$.Tasks", "IsPresent": true, "Next": "Done"}], "Default": "Run"},
 "Done": {"Type": "Succeed"}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/result-path",
    .severity = Severity::warning,
    .summary = "a path that does not fit the result of the ECS task",
    .why =
        "With `.sync` the result is the one task that has stopped (`$.Containers[0].ExitCode`). Without "
        "it, the result is ECS's answer with the lists `Tasks` and `Failures`. A path that fits only the "
        "other form finds nothing, and the state fails with `States.Runtime`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::result_path
