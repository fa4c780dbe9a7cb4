// From 2 to 10: ecs/count-with-step-functions.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::count_too_high {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value count = task.literal("Count");
  if (count.integer().value_or(0) > 10)
    report.add(count.place(),
               fmt::format("`Count` is {}, and ECS starts at most 10 tasks in one call; use a `Map` state",
                           count.text()));
}

constexpr Example examples[] = {
    {"twenty tasks",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Count": «20»}, "End": true})json"},
    {"the plain API, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7", "Count": «11»}, "End": true})json"},
    {"ten, and a number that is not known",
     R"json({"StartAt": "A", "States": {
 "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web:7", "Count": 10}, "Next": "B"},
 "B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web:7", "Count.$": "$.n"}, "End": true}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/count-too-high",
    .severity = Severity::error,
    .summary = "more than ten tasks from one call",
    .why =
        "The state fails when it runs: one call of RunTask starts at most 10 tasks, and ECS refuses more "
        "with "
        "`ECS.InvalidParameterException`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::count_too_high
