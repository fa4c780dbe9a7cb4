#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"
#include "schemas/ecs/sizes.h"

namespace sfn::rules::ecs::memory_reservation {

using namespace schemas::ecs;

namespace {

void check_pair(const RunTask& task, Value container, Report& report) {
  const Value soft = task.literal(container, "MemoryReservation");
  const auto least = soft.integer(), most = task.literal(container, "Memory").integer();
  if (least && most && *least > *most)
    report.add(soft.place(),
               fmt::format("`MemoryReservation` is {}, more than the {} of `Memory`", *least, *most));
}

void check_within(Value value, std::optional<int64_t> whole, std::string_view unit, Report& report) {
  const auto part = value.integer();
  if (part && whole && *part > *whole)
    report.add(value.place(),
               fmt::format("this container asks for {} {}, but its task has only {}", *part, unit, *whole));
}

void check(const RunTask& task, Report& report) {
  const Value overrides = task.overrides();
  const auto cpu = task.text(overrides, "Cpu"), memory = task.text(overrides, "Memory");
  const auto units = cpu ? cpu_units(*cpu) : std::nullopt, mib = memory ? memory_mib(*memory) : std::nullopt;
  for (Value container : task.containers()) {
    check_pair(task, container, report);
    check_within(task.literal(container, "Cpu"), units, "CPU units", report);
    check_within(task.literal(container, "Memory"), mib, "MiB", report);
  }
}

constexpr Example examples[] = {
    {"soft above hard",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Memory": 512, "MemoryReservation": «1024»}]}}, "End": true})json"},
    {"a container larger than its task, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"Cpu": "256", "ContainerOverrides": [{"Name": "app", "Cpu": «512»}]}}, "End": true})json"},
    {"sizes that fit",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Memory": 1024, "MemoryReservation": 512}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/memory-reservation",
    .severity = Severity::warning,
    .summary = "container sizes that do not fit",
    .why =
        "A container's soft limit cannot be above its hard limit, and a container cannot be larger than "
        "its task. ECS refuses both with `ECS.ClientException`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::memory_reservation
