// Values of Type: service/parameter-value.
#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/text.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::placement_constraints {

using namespace schemas::ecs;

namespace {

void check_item(const RunTask& task, Value item, Report& report) {
  const auto type = task.text(item, "Type");
  const asl::Parameter expression = task.get(item, "Expression");
  if (type == "memberOf" && task.lacks(item, "Expression"))
    report.add(item.label(), "`memberOf` needs an `Expression`");
  if (type == "distinctInstance" && expression.literal())
    report.add(expression.key(), "`Expression` cannot be used with `distinctInstance`")
        .offer_unsafe("remove `Expression`", remove(expression.value));
  const auto text = expression.literal().literal();
  if (text && count_code_points(*text) > 2000)
    report.add(
        expression.value.place(),
        fmt::format("this expression has {} characters; at most 2000 are allowed", count_code_points(*text)));
}

void check(const RunTask& task, Report& report) {
  const Value list = task.literal("PlacementConstraints");
  if (list.is_array() && list.child_count() > 10)
    report.add(list.label(), fmt::format("there are {} placement constraints; a task accepts at most 10",
                                         list.child_count()));
  for (Value item : task.items("PlacementConstraints")) check_item(task, item, report);
}

constexpr Example examples[] = {
    {"memberOf without its expression",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementConstraints": [«{»"Type": "memberOf"}]}, "End": true})json"},
    {"distinctInstance with one, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "PlacementConstraints": [{"Type": "distinctInstance", «"Expression"»: "attribute:ecs.os-type == linux"}]}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "PlacementConstraints": [{"Type": "distinctInstance"}]}, "End": true})json"},
    {"both right",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementConstraints": [{"Type": "distinctInstance"},
  {"Type": "memberOf", "Expression.$": "$.where"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/placement-constraints",
    .severity = Severity::error,
    .summary = "placement constraints that ECS refuses",
    .why =
        "A task accepts at most 10 constraints. `memberOf` needs an expression of at most 2000 "
        "characters, and `distinctInstance` does not accept one. ECS refuses anything else with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::placement_constraints
