#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::storage_limits {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter storage = task.get(task.overrides(), "EphemeralStorage");
  const Value size = task.literal(storage.literal(), "SizeInGiB");
  if (size.integer().value_or(0) > 200)
    report.add(size.place(),
               fmt::format("ephemeral storage of {} GiB is more than ECS offers; the maximum is 200",
                           *size.integer()));
  const Value version = task.literal("PlatformVersion");
  const auto text = version.literal();
  if (storage && text && older_than(*text, "1.4.0") && *text != "1.0.0")
    report.add(
        version.place(),
        fmt::format("platform version `{}` does not support ephemeral storage; it needs 1.4.0", *text));
  for (Value item : task.items("VolumeConfigurations")) {
    const Value volume = task.literal(item, "ManagedEBSVolume");
    const Value gib = task.literal(volume, "SizeInGiB");
    const int64_t most = task.text(volume, "VolumeType") == "standard" ? 1024 : 16384;
    if (gib.integer().value_or(0) > most)
      report.add(gib.place(), fmt::format("a volume of {} GiB is more than EBS offers; the maximum is {}",
                                          *gib.integer(), most));
  }
}

constexpr Example examples[] = {
    {"too much",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"EphemeralStorage": {"SizeInGiB": «300»}}}, "End": true})json"},
    {"an old platform, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "PlatformVersion": «"1.3.0"», "Overrides": {"EphemeralStorage": {"SizeInGiB": 100}}}, "End": true})json"},
    {"enough",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"EphemeralStorage": {"SizeInGiB": 200}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/storage-limits",
    .severity = Severity::warning,
    .summary = "more storage than ECS offers",
    .why =
        "A Fargate task can have up to 200 GiB of ephemeral storage since platform version 1.4.0, and each "
        "type of EBS volume has a maximum size. Limits rise, so check the service's own page if you are "
        "sure.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::storage_limits
