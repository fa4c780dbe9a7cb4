// A warning: what follows is not proved to run.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/result.h"

namespace sfn::rules::ecs::result_case {

using namespace schemas::ecs;
using asl::types::Missing;

namespace {

void check(const asl::Machine& machine, Report& report) {
  for (const Missing& missing : machine.derive<schemas::DataFlow>().facts().missing) {
    const schemas::Member meant = result_of_run_task(machine, missing).member_ignoring_case(missing.name);
    if (!meant) continue;
    const Place place = missing.expression->at(missing.name_span);
    report.add(place, fmt::format("the result has no `{}`; it is spelled `{}`", missing.name, meant.name()))
        .offer(fmt::format("write `{}`", meant.name()), replace_text(place, std::string(meant.name())));
  }
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
    .machine = check,
};

}  // namespace sfn::rules::ecs::result_case
