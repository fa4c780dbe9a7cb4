// Values of Type: service/parameter-value.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::placement_strategy {

using namespace schemas::ecs;

namespace {

void check_item(const RunTask& task, Value item, Report& report) {
  const auto type = task.text(item, "Type");
  if ((type == "spread" || type == "binpack") && task.lacks(item, "Field"))
    report.add(item.label(), fmt::format("`{}` needs a `Field`", *type));
  const Value field = task.literal(item, "Field");
  const auto text = field.literal();
  if (type != "binpack" || !text) return;
  // CDK passes `CPU` and `MEMORY`, which ECS takes.
  if (!equal_without_case(*text, "cpu") && !equal_without_case(*text, "memory"))
    report.add(field.place(), fmt::format("`binpack` cannot pack by `{}`; use `cpu` or `memory`", *text));
}

void check(const RunTask& task, Report& report) {
  const Value list = task.literal("PlacementStrategy");
  if (list.is_array() && list.child_count() > 5)
    report.add(list.label(), fmt::format("there are {} placement strategies; a task accepts at most 5",
                                         list.child_count()));
  for (Value item : task.items("PlacementStrategy")) check_item(task, item, report);
}

constexpr Example examples[] = {
    {"spread over nothing",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementStrategy": [«{»"Type": "spread"}]}, "End": true})json"},
    {"binpack by zones, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "PlacementStrategy": [{"Type": "binpack", "Field": «"attribute:ecs.availability-zone"»}]}, "End": true})json"},
    {"fields",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementStrategy": [{"Type": "spread", "Field": "instanceId"}, {"Type": "binpack", "Field": "MEMORY"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/placement-strategy",
    .severity = Severity::error,
    .summary = "a placement strategy that ECS refuses",
    .why =
        "A task accepts at most 5 strategy rules. `binpack` packs by `cpu` or `memory`, and `spread` "
        "needs the field to spread over. ECS refuses anything else with `ECS.InvalidParameterException`, "
        "and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::placement_strategy
