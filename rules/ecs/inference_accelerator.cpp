#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::inference_accelerator {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (const asl::Parameter old = task.get(task.overrides(), "InferenceAcceleratorOverrides"))
    report.add(old.key(),
               "`InferenceAcceleratorOverrides` has no effect, because Elastic Inference is no "
               "longer available");
  for (Value container : task.containers())
    for (Value item : task.items(container, "ResourceRequirements"))
      if (const Value type = task.literal(item, "Type"); type.literal() == "InferenceAccelerator")
        report.add(type.place(),
                   "`InferenceAccelerator` has no effect, because Elastic Inference is no longer available");
}

constexpr Example examples[] = {
    {"a requirement",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": «"InferenceAccelerator"», "Value": "device1"}]}]}}, "End": true})json"},
    {"an override, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {«"InferenceAcceleratorOverrides"»: []}}, "End": true})json"},
    {"a GPU",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": "GPU", "Value": "1"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/inference-accelerator",
    .severity = Severity::warning,
    .summary = "an Elastic Inference accelerator",
    .why =
        "Amazon Elastic Inference is no longer available to new customers, and the API model has marked "
        "its overrides as discontinued since 2023.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAcceleratorOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::inference_accelerator
