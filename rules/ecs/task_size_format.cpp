// Numbers in place of strings: service/parameter-type.
#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"
#include "schemas/ecs/sizes.h"

namespace sfn::rules::ecs::task_size_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value cpu = task.literal(task.overrides(), "Cpu"), memory = task.literal(task.overrides(), "Memory");
  const auto cpu_text = cpu.literal(), memory_text = memory.literal();
  if (cpu_text && !asl::may_hold_blank(*cpu_text) && !cpu_units(*cpu_text))
    report.add(cpu.place(),
               fmt::format("`{}` is not a CPU size; give CPU units or vCPUs, such as `1024` or `1 vCPU`",
                           *cpu_text));
  if (memory_text && !asl::may_hold_blank(*memory_text) && !memory_mib(*memory_text))
    report.add(
        memory.place(),
        fmt::format("`{}` is not a memory size; give MiB or GB, such as `2048` or `2 GB`", *memory_text));
}

constexpr Example examples[] = {
    {"another unit",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"Cpu": "256", "Memory": «"512MB"»}}, "End": true})json"},
    {"a word, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"Cpu": «"one"»}}, "End": true})json"},
    {"sizes",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"Cpu": ".5 vCPU", "Memory": "1GB"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/task-size-format",
    .severity = Severity::error,
    .summary = "a task size that ECS cannot read",
    .why =
        "A task's size is given as strings: CPU units or vCPUs (`256`, `.25 vCPU`) and MiB or GB (`512`, "
        "`2 GB`). ECS refuses other text with `ECS.ClientException: Invalid 'cpu' setting for task`, and "
        "the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::task_size_format
