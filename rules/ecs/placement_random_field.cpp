#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::placement_random_field {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (Value item : task.items("PlacementStrategy")) {
    const asl::Parameter field = task.get(item, "Field");
    if (task.text(item, "Type") == "random" && field)
      report.add(field.key(), "`Field` has no effect with `random`")
          .offer_unsafe("remove `Field`", remove(field.value));
  }
}

constexpr Example examples[] = {
    {"a field",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementStrategy": [{"Type": "random", «"Field"»: "cpu"}]}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "PlacementStrategy": [{"Type": "random"}]}, "End": true})json"},
    {"none, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "PlacementStrategy": [{"Type": "random"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/placement-random-field",
    .severity = Severity::warning,
    .summary = "a field for random placement",
    .why =
        "Random placement ignores the field. Probably either the field or the strategy is not the intended "
        "one.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::placement_random_field
