#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/launch.h"
#include "schemas/ecs/sizes.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::fargate_size_combo {

using namespace schemas::ecs;

namespace {

constexpr int64_t unknown_size = -1;

void check(const RunTask& task, Report& report) {
  const Value overrides = task.overrides();
  if (!overrides || !launch(task).fargate()) return;
  const TaskDefinition definition = task_definition(task);
  const Value cpu = task.lacks(overrides, "Cpu") ? definition["cpu"] : task.literal(overrides, "Cpu");
  const Value memory =
      task.lacks(overrides, "Memory") ? definition["memory"] : task.literal(overrides, "Memory");
  const auto cpu_text = cpu.literal(), memory_text = memory.literal();
  const auto units = cpu_text ? cpu_units(*cpu_text) : std::nullopt;
  const int64_t mib = memory_text ? memory_mib(*memory_text).value_or(unknown_size) : unknown_size;
  const auto range = units ? fargate_memory(*units) : std::nullopt;
  if (!range || mib == unknown_size || offers(*range, mib) ||
      !(cpu.inside(overrides) || memory.inside(overrides)))
    return;
  const Value wrong = memory.inside(overrides) ? memory : cpu;
  Diagnostic& found =
      report.add(wrong.place(), fmt::format("Fargate does not offer {} MiB with {} CPU units; it offers {}",
                                            mib, *units, describe(*range)));
  if (!cpu.inside(overrides) || !memory.inside(overrides)) point_at(definition, found);
}

constexpr Example examples[] = {
    {"too much memory",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": "256", "Memory": «"4096"»}}, "End": true})json"},
    {"between two steps, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": "1 vCPU", "Memory": «"2.5GB"»}}, "End": true})json"},
    {.title = "with the memory of the task definition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": «"1024"»}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/web",
  "compatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
    {"a pair that is offered",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": "1024", "Memory": "3 GB"}}, "End": true})json"},
    {"a number of units that is newer than the table",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": "32768", "Memory": "64 GB"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/fargate-size-combo",
    .severity = Severity::error,
    .summary = "a combination of CPU and memory that Fargate does not offer",
    .why =
        "Fargate offers only certain memory sizes for each number of CPU units. ECS refuses other "
        "combinations with `ECS.ClientException: No Fargate configuration exists for given values`, and "
        "the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html",
    .examples = examples,
    .helped_by = &schemas::given::task_definition,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::fargate_size_combo
