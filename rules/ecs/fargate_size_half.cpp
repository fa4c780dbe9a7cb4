// One of the two. Info: it is right where the other fits the task definition's.
#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::fargate_size_half {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value overrides = task.overrides();
  if (!overrides || !launch(task).fargate()) return;
  const asl::Parameter cpu = task.get(overrides, "Cpu"), memory = task.get(overrides, "Memory");
  if (cpu && task.lacks(overrides, "Memory"))
    report.add(cpu.key(),
               "`Cpu` is overridden but `Memory` is not; Fargate offers only certain "
               "combinations, so set both");
  if (memory && task.lacks(overrides, "Cpu"))
    report.add(memory.key(),
               "`Memory` is overridden but `Cpu` is not; Fargate offers only certain "
               "combinations, so set both");
}

constexpr Example examples[] = {
    {"only CPU",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {«"Cpu"»: "512"}}, "End": true})json"},
    {"both, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"Cpu": "512", "Memory": "1024"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/fargate-size-half",
    .severity = Severity::info,
    .summary = "only one of CPU and memory is overridden",
    .why =
        "Fargate offers combinations of CPU and memory. If only one of them is overridden, the other comes "
        "from the task definition, and Fargate may not offer the result.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::fargate_size_half
