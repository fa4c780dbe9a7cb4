// Catalogue ECS851.
#include "lint/rule.h"
#include "rules/ecs/shared/run_task.h"

namespace sfn::rules::ecs::container_override_no_name {

namespace {

void check(const asl::State& state, Report& report) {
  const auto task = run_task(state);
  if (!task) return;
  for (Value container : task->containers())
    if (container.child_count() > 0 && task->lacks(container, "Name"))
      report.add(container.label(),
                 "container override without `Name`; it must name the container it is for");
}

constexpr Example examples[] = {
    {"a command for no container",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [«{»"Command": ["migrate"]}]}}, "End": true})"},
    {"the same in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [«{»"Command": "{% $states.input.commands %}"}]}}, "End": true})"},
    {"a name from the input",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides":
  [{"Name.$": "$.container", "Command": ["migrate"]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/container-override-no-name",
    .severity = Severity::error,
    .summary = "a container override that names no container",
    .why =
        "The state fails when it runs. ECS finds the container by its name and refuses an override without "
        "one with `ECS.InvalidParameterException`: the name is required if anything is overridden.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::ecs::container_override_no_name
