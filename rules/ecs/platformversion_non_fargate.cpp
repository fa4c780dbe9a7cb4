#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::platformversion_non_fargate {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  const asl::Parameter version = task.get("PlatformVersion");
  if (!found.on_instances() || !version.literal()) return;
  report
      .add(version.key(),
           fmt::format("`PlatformVersion` cannot be used with {}; only Fargate has platform versions",
                       describe(found)))
      .offer_unsafe("remove `PlatformVersion`", remove(version.value));
}

constexpr Example examples[] = {
    {"EC2",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", «"PlatformVersion"»: "1.4.0"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2"}, "End": true})json"},
    {"EXTERNAL, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "EXTERNAL", «"PlatformVersion"»: "LATEST"}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "EXTERNAL"}, "End": true})json"},
    {"Fargate",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": "1.4.0"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/platformversion-non-fargate",
    .severity = Severity::error,
    .summary = "a platform version for a task that does not run on Fargate",
    .why =
        "Only Fargate has platform versions. With the launch type EC2 the state fails when it runs: "
        "`ECS.InvalidParameterException: The platform version must be null when specifying an EC2 launch "
        "type`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::platformversion_non_fargate
