#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::empty_override {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter list = task.get(task.overrides(), "ContainerOverrides");
  if (list.literal().is_array() && list.value.child_count() == 0)
    report.add(list.key(), "`ContainerOverrides` is empty")
        .offer("remove `ContainerOverrides`", remove(list.value));
  for (Value container : task.containers())
    if (!container.open() && container.child_count() == 1 && task.get(container, "Name"))
      report.add(container.label(), fmt::format("the override of container `{}` does not override anything",
                                                container_name(task, container)));
}

constexpr Example examples[] = {
    {"an empty list",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {«"ContainerOverrides"»: [], "Cpu": "256"}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"Cpu": "256"}}, "End": true})json"},
    {"only a name, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [«{»"Name": "app"}]}}, "End": true})json"},
    {"a command",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Command": ["run"]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/empty-override",
    .severity = Severity::info,
    .summary = "an override that does not override anything",
    .why = "An empty override is allowed and has no effect. Usually something is missing from it.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::empty_override
