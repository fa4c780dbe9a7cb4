#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::volume_name_unknown {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  if (!definition["containerDefinitions"]) return;
  if (!definition["volumes"] && !lacks(definition, "volumes")) return;
  const auto names = names_in(definition["volumes"]);
  if (!names || definition.value.open()) return;
  for (Value item : task.items("VolumeConfigurations")) {
    const Value name = task.literal(item, "Name");
    const auto text = name.literal();
    if (text && std::find(names->begin(), names->end(), *text) == names->end())
      point_at(definition,
               report.add(name.place(), fmt::format("the task definition has no volume `{}`", *text)));
  }
}

constexpr Example examples[] = {
    {.title = "another name",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": «"logs"»}]}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "a volume of it, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data"}]}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/volume-name-unknown",
    .severity = Severity::error,
    .summary = "a volume that the task definition does not have",
    .why =
        "ECS configures the volumes that the task definition marks as `configuredAtLaunch`. It refuses "
        "other names with `ECS.InvalidParameterException`, and the state fails when it runs. Checked only "
        "if the task definition is given with `--task-definition`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskVolumeConfiguration.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::volume_name_unknown
