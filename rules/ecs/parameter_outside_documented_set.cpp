// Info, not a warning: definitions in production use `Tags`, and nothing proves that it
// fails.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::parameter_outside_documented_set {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (const std::string_view name : {"EnableECSManagedTags", "Tags", "VolumeConfigurations"})
    if (const asl::Parameter parameter = task.get(name))
      report.add(parameter.key(), fmt::format("`{}` was never documented for `ecs:runTask`; test it, or call "
                                              "`aws-sdk:ecs:runTask`",
                                              name));
}

constexpr Example examples[] = {
    {"managed tags",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", «"EnableECSManagedTags"»: true}, "End": true})"},
    {"volumes from an expression, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", «"VolumeConfigurations"»: "{% $states.input.volumes %}"}, "End": true})"},
    {"parameters that are known to work",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "EnableExecuteCommand": true, "PropagateTags": "TASK_DEFINITION"},
 "End": true})"},
    {"the plain API",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "EnableECSManagedTags": true}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/parameter-outside-documented-set",
    .severity = Severity::info,
    .summary = "a parameter that was never documented for the optimized `ecs:runTask`",
    .why =
        "The Developer Guide listed ten parameters of `ecs:runTask`, and this one is not among them. Local "
        "emulators drop it silently, and AWS does not promise that Step Functions passes it on.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::parameter_outside_documented_set
