#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::taskdefinition_unpinned {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("TaskDefinition");
  const auto text = value.literal();
  if (!text || asl::may_hold_blank(*text)) return;
  const auto arn = read_arn(*text);
  const std::string_view name = arn ? arn->resource : *text;
  if (arn && !name.starts_with("task-definition/")) return;
  if (name.find(':') == name.npos)
    report.add(value.place(), "the task definition has no revision, so the newest active one runs");
}

constexpr Example examples[] = {
    {"only a family",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": «"web"»}, "End": true})json"},
    {"an ARN without its revision, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": «"arn:aws:ecs:eu-west-1:123456789012:task-definition/web"»}, "End": true})json"},
    {"a revision",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/taskdefinition-unpinned",
    .severity = Severity::info,
    .summary = "a task definition without a revision",
    .why =
        "Without a revision, ECS runs the newest active one: a later deployment changes what this state "
        "machine starts, and the permission to run it is checked against that revision.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::taskdefinition_unpinned
