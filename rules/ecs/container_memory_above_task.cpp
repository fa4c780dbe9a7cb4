// Reported in artilleryio/artillery#591.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/sizes.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::container_memory_above_task {

using namespace schemas::ecs;

namespace {

// Of the task, which an override may have changed. CloudFormation takes a number too.
Value task_memory(const RunTask& task, TaskDefinition definition) {
  if (task.get("Overrides") && !task.lacks(task.overrides(), "Memory"))
    return task.literal(task.overrides(), "Memory");
  return definition["memory"];
}

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const Value memory = task_memory(task, definition);
  const auto limit = memory.literal() ? memory_mib(*memory.literal()) : memory.integer();
  if (!limit) return;
  for (const Value container : task.containers()) {
    const Value wanted = task.literal(container, "Memory");
    if (wanted.integer().value_or(0) <= *limit) continue;
    Diagnostic& found = report.add(
        wanted.place(),
        fmt::format("the container gets {} MiB, but its task has {} MiB in all", wanted.text(), *limit));
    if (memory.inside(definition.value)) point_at(definition, found);
  }
}

constexpr Example examples[] = {
    {.title = "more than the task definition gives the task",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters":
  {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Memory": «1024»}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
    {.title = "more than the override, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments":
  {"TaskDefinition": "web:7", "Overrides": {"Memory": "1 GB", "ContainerOverrides": [{"Name": "app", "Memory": «2048»}]}}, "End": true})json"},
    {.title = "the task gets more, too",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters":
  {"TaskDefinition": "web:7", "Overrides": {"Memory": "2048", "ContainerOverrides": [{"Name": "app", "Memory": 2048}]}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
    {.title = "a task without a limit",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters":
  {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Memory": 1024}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/container-memory-above-task",
    .severity = Severity::error,
    .summary = "a container override with more memory than the task has",
    .why =
        "The memory of a container is part of that of its task. The state fails when it runs: "
        "`ECS.InvalidParameterException: 'memory' setting for container 'app' is greater than for task`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::container_memory_above_task
