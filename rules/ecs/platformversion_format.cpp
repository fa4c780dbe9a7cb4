#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::platformversion_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("PlatformVersion");
  const auto text = value.literal();
  if (!text || asl::may_hold_blank(*text) || *text == "LATEST" || is_platform_number(*text)) return;
  Diagnostic& found =
      report.add(value.place(), fmt::format("`{}` is not a platform version; use `LATEST` or three "
                                            "numbers, such as `1.4.0`",
                                            *text));
  if (equal_without_case(*text, "LATEST")) found.offer("write `LATEST`", set_value(value, "\"LATEST\""));
}

constexpr Example examples[] = {
    {"in lower case",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": «"latest"»}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": "LATEST"}, "End": true})json"},
    {"two numbers, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": «"1.4"»}, "End": true})json"},
    {"three numbers",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": "1.4.0"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/platformversion-format",
    .severity = Severity::warning,
    .summary = "a platform version in a wrong format",
    .why =
        "A platform version is `LATEST` or a number such as `1.4.0`. ECS answers "
        "`ECS.PlatformUnknownException` if it does not know the version.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::platformversion_format
