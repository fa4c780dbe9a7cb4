#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/result.h"

namespace sfn::rules::ecs::result_path {

using namespace schemas::ecs;
using asl::types::Missing;

namespace {

// What `text` has from the step on: `.Tasks[0]`, `['Tasks'][0]`.
std::string_view first_of(std::string_view text, std::string_view list) {
  for (const std::string& step : {fmt::format(".{}[0]", list), fmt::format("['{}'][0]", list)})
    if (text.starts_with(step)) return text.substr(0, step.size());
  return {};
}

// `$.Tasks[0].StopCode` of a task: without the first two steps.
void check_sync(const Missing& missing, Report& report) {
  if (missing.name != "Tasks" && missing.name != "Failures") return;
  Diagnostic& found = report.add(missing.expression->at(missing.name_span),
                                 fmt::format("the result of `ecs:runTask.sync` has no `{}`; it is the task "
                                             "itself, with members such as `StopCode` and `Containers`",
                                             missing.name));
  const asl::Expression& expression = *missing.expression;
  const std::string_view steps =
      first_of(expression.value.text().substr(expression.offset + missing.holder_end), missing.name);
  if (!steps.empty())
    found.offer_unsafe(
        "read the task itself",
        replace_text(expression.at(missing.holder_end, missing.holder_end + steps.size()), ""));
}

void check_answer(const Missing& missing, Report& report) {
  if (!task_shape().member(missing.name)) return;
  const Place place = missing.expression->at(missing.name_span);
  report
      .add(place, fmt::format("the result of `ecs:runTask` has no `{}`; it is `{{Tasks, Failures}}`, so read "
                              "`Tasks[0].{}`",
                              missing.name, missing.name))
      .offer_unsafe("read the first task", replace_text(place, fmt::format("Tasks[0].{}", missing.name)));
}

void check(const asl::Machine& machine, Report& report) {
  for (const Missing& missing : machine.derive<schemas::DataFlow>().facts().missing) {
    const schemas::Shape holder = result_of_run_task(machine, missing);
    if (holder == task_shape()) check_sync(missing, report);
    else if (holder == schemas::result("ecs", "runTask")) check_answer(missing, report);
  }
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
 "Arguments": {"TaskDefinition": "web:7"}, "Output": "{% $states.result.«Tasks»[0].StopCode %}", "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Output": "{% $states.result.StopCode %}", "End": true})json"},
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
    .machine = check,
};

}  // namespace sfn::rules::ecs::result_path
