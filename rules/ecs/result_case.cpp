// A warning: what follows is not proved to run.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/result.h"

namespace sfn::rules::ecs::result_case {

using namespace schemas::ecs;

namespace {

void check_reading(const ResultReading& reading, schemas::Shape shape, Report& report) {
  for (const ResultStep& step : reading.steps) {
    if (shape.type() == schemas::Type::list) {  // JSONata maps over lists; JSONPath has an index there
      shape = shape.item();
      if (step.name.empty()) continue;
    }
    const schemas::Member member = shape.member(step.name);
    const schemas::Member meant = member ? member : shape.member_ignoring_case(step.name);
    if (!meant) return;
    if (!member)
      report
          .add(step.place, fmt::format("the result has no `{}`; it is spelled `{}`", step.name, meant.name()))
          .offer(fmt::format("write `{}`", meant.name()),
                 replace_text(step.place, std::string(meant.name())));
    shape = meant.shape();
  }
}

void check(const RunTask& task, Report& report) {
  const schemas::Shape shape = result_shape(task);
  if (!shape) return;
  for (const ResultReading& reading : result_readings(task)) check_reading(reading, shape, report);
}

constexpr Example examples[] = {
    {"camelCase",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.«containers»[0].«exitCode»"}, "End": true}}})json",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.Containers[0].ExitCode"}, "End": true}}})json"},
    {"in the state itself, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "Output": "{% $states.result.«tasks»[0].StopCode %}", "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "Output": "{% $states.result.Tasks[0].StopCode %}", "End": true})json"},
    {"PascalCase",
     R"json({"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Parameters": {"code.$": "$.Containers[0].ExitCode"}, "End": true}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/result-case",
    .severity = Severity::warning,
    .summary = "a path that reads the result of an ECS task in camelCase",
    .why =
        "Step Functions returns the result in PascalCase at every level, although the API's own JSON uses "
        "camelCase. A path in camelCase finds nothing, and the state fails with `States.Runtime`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::result_case
