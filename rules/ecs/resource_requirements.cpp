// Types and enums: service/parameter-type and -value.
#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::resource_requirements {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check_gpu(Value type, Value value, const Launch& found, Report& report) {
  const auto text = value.literal();
  if (found.fargate())
    report.add(type.place(),
               fmt::format("`GPU` cannot be used with {}; Fargate does not offer GPUs", describe(found)));
  if (text && !is_digits(*text) && *text != "ALL" && !asl::may_hold_blank(*text))
    report.add(value.place(), fmt::format("`{}` is not a number of GPUs; use a number or `ALL`", *text));
}

void check_neuron(Value type, Value value, Value& first, Report& report) {
  const auto text = value.literal();
  if (text && *text != "ALL" && !asl::may_hold_blank(*text))
    report.add(value.place(), fmt::format("`{}` is not valid for Neuron devices; use `ALL`", *text));
  if (first)
    report.add(type.place(), "a second container asks for `NeuronDevice`; only one container of a task may")
        .note("the first one is here", first.place());
  else first = type;
}

// Only a GPU can be shared in place of being counted.
bool is_without_amount(const RunTask& task, Value item, Value type) {
  if (!item.is_object() || item.open() || task.get(item, "Value") || task.get(item, "value")) return false;
  return !task.get(item, "SharingStrategy") || (type.literal() && type.literal() != "GPU");
}

void check(const RunTask& task, Report& report) {
  Value neuron;
  const Launch found = launch(task);
  for (Value container : task.containers())
    for (Value item : task.items(container, "ResourceRequirements")) {
      const Value type = task.literal(item, "Type"), value = task.literal(item, "Value");
      if (is_without_amount(task, item, type))
        report.add(item.label(), type.literal() == "GPU"
                                     ? "a GPU requirement needs `Value`, or `SharingStrategy` to share one"
                                     : "a resource requirement needs `Value`");
      if (type.literal() == "GPU") check_gpu(type, value, found, report);
      if (type.literal() == "NeuronDevice") check_neuron(type, value, neuron, report);
    }
}

constexpr Example examples[] = {
    {"a GPU on Fargate",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": «"GPU"», "Value": "1"}]}]}}, "End": true})json"},
    {"a word, and some of the devices; in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": "GPU", "Value": «"one"»}, {"Type": "NeuronDevice", "Value": «"2"»}]}]}}, "End": true})json"},
    {"no number",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [«{»"Type": "GPU"}, «{»"Type": "NeuronDevice", "SharingStrategy": {}}]}]}}, "End": true})json"},
    {"a shared GPU",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": "GPU", "SharingStrategy": {"NvidiaMps": {"Memory": 4096}}}]}]}}, "End": true})json"},
    {"numbers",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "ResourceRequirements": [{"Type": "GPU", "Value": "2"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/resource-requirements",
    .severity = Severity::error,
    .summary = "resource requirements that ECS refuses",
    .why =
        "A GPU requirement is a number, `ALL` or a `SharingStrategy`. A Neuron requirement is `ALL`, for one "
        "container only. "
        "Fargate does not offer GPUs. ECS refuses anything else with `ECS.ClientException`, and the state "
        "fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::resource_requirements
