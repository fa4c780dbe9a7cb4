#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::environment_files_support {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value version = task.literal("PlatformVersion");
  const auto platform = version.literal();
  for (Value container : task.containers())
    for (Value item : task.items(container, "EnvironmentFiles")) {
      const Value value = task.literal(item, "Value");
      const auto text = value.literal();
      if (text && text->starts_with("arn:") && !asl::may_hold_blank(*text) && !text->ends_with(".env"))
        report.add(value.place(), "the name of this environment file does not end in `.env`");
      if (platform && older_than(*platform, "1.4.0") && launch(task).fargate() && *platform != "1.0.0")
        report.add(version.place(),
                   fmt::format("platform version `{}` does not support environment files; they need 1.4.0",
                               *platform));
    }
}

constexpr Example examples[] = {
    {"another suffix",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": «"arn:aws:s3:::bucket/app.txt"»}]}]}}, "End": true})json"},
    {"an old platform, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": «"1.3.0"», "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": "arn:aws:s3:::bucket/app.env"}]}]}}, "End": true})json"},
    {"fine",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": "arn:aws:s3:::bucket/app.env"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-files-support",
    .severity = Severity::warning,
    .summary = "an environment file that ECS does not read",
    .why =
        "ECS requires the names of environment files to end in `.env`, and Fargate reads them only since "
        "platform version 1.4.0.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_files_support
