#include <fmt/core.h>

#include <algorithm>

#include "lint/json/json_text.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::container_name_unknown {

using namespace schemas::ecs;

namespace {

std::string list(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", name);
  return text;
}

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const auto given = names_in(definition["containerDefinitions"]);
  if (!given || given->empty()) return;
  const std::vector<std::string_view>& names = *given;
  for (Value container : task.containers()) {
    const Value name = task.literal(container, "Name");
    const auto text = name.literal();
    if (!text || std::find(names.begin(), names.end(), *text) != names.end()) continue;
    const auto near = nearest(*text, names);
    Diagnostic& found =
        report.add(name.place(), fmt::format("the task definition has no container `{}`{}", *text,
                                             near ? fmt::format("; did you mean `{}`?", *near)
                                                  : fmt::format("; it has {}", list(names))));
    point_at(definition, found);
    if (near) found.offer_unsafe(fmt::format("write `{}`", *near), set_value(name, json::quote(*near)));
  }
}

constexpr Example examples[] = {
    {.title = "a misspelled name",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": «"apps"», "Cpu": 1}]}}, "End": true})json",
     .fixed = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Cpu": 1}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "another name, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "${Definition}", "Overrides": {"ContainerOverrides": [{"Name": «"worker"», "Cpu": 1}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "a container of it",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "log", "Cpu": 1}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "another revision",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:8", "Overrides": {"ContainerOverrides": [{"Name": "new", "Cpu": 1}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/container-name-unknown",
    .severity = Severity::error,
    .summary = "an override for a container that the task definition does not have",
    .why =
        "The state fails when it runs, because ECS looks the container up in the task definition: "
        "`ECS.InvalidParameterException: Override for container named apps is not a container in the "
        "TaskDefinition`. Checked if the template has the task definition, or "
        "`--task-definition` gives it.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::container_name_unknown
