#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::container_override_no_name {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    if (container.child_count() > 0 && task.lacks(container, "Name"))
      report.add(container.label(),
                 "this container override has no `Name`; name the container that it is for");
}

constexpr Example examples[] = {
    {"a command without a container name",
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
    .summary = "a container override that does not name its container",
    .why =
        "ECS finds the container by its name, which is required as soon as anything is overridden. It "
        "refuses an override without one with `ECS.InvalidParameterException`, and the state fails when "
        "it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::container_override_no_name
