// Ephemeral storage. SizeInGiB itself: service/missing-parameter.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::ephemeral_storage {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter storage = task.get(task.overrides(), "EphemeralStorage");
  const Value size = task.literal(storage.literal(), "SizeInGiB");
  if (const auto gib = size.integer(); gib && *gib < 21)
    report.add(size.place(), fmt::format("ephemeral storage cannot be {} GiB; it must be at least 21", *gib));
  const Launch found = launch(task);
  if (storage && found.on_instances())
    report.add(
        storage.key(),
        fmt::format("`EphemeralStorage` cannot be set with {}; only Fargate supports it", describe(found)));
}

constexpr Example examples[] = {
    {"too little",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"EphemeralStorage": {"SizeInGiB": «20»}}}, "End": true})json"},
    {"on EC2, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "EC2", "Overrides": {«"EphemeralStorage"»: {"SizeInGiB": 30}}}, "End": true})json"},
    {"enough",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"EphemeralStorage": {"SizeInGiB": 100}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/ephemeral-storage",
    .severity = Severity::error,
    .summary = "ephemeral storage that ECS refuses",
    .why =
        "The storage of a Fargate task can be raised to 21 GiB or more, on platform version 1.4.0 or "
        "newer. Tasks on instances do not have it. ECS refuses anything else with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::ephemeral_storage
