// Required members of managed volumes: service/missing-parameter.
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::volume_configuration {

using namespace schemas::ecs;

namespace {

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

int64_t least_size(std::string_view type) {
  if (is_one_of(type, {"st1", "sc1"})) return 125;
  return is_one_of(type, {"io1", "io2"}) ? 4 : 1;
}

void check_type(const RunTask& task, Value volume, std::string_view type, Report& report) {
  if (is_one_of(type, {"io1", "io2"}) && task.lacks(volume, "Iops"))
    report.add(volume.label(), fmt::format("a volume of type `{}` needs `Iops`", type));
  const asl::Parameter iops = task.get(volume, "Iops"), throughput = task.get(volume, "Throughput");
  if (is_one_of(type, {"st1", "sc1", "standard"}) && iops.literal())
    report.add(iops.key(), fmt::format("`Iops` cannot be set for a volume of type `{}`", type));
  if (is_one_of(type, {"gp2", "io1", "io2", "st1", "sc1", "standard"}) && throughput.literal())
    report.add(
        throughput.key(),
        fmt::format("`Throughput` cannot be set for a volume of type `{}`; only `gp3` supports it", type));
  const Value size = task.literal(volume, "SizeInGiB");
  if (const auto gib = size.integer(); gib && *gib < least_size(type))
    report.add(size.place(), fmt::format("a volume of {} GiB is too small; `{}` starts at {}", *gib, type,
                                         least_size(type)));
}

void check(const RunTask& task, Report& report) {
  for (Value item : task.items("VolumeConfigurations")) {
    const Value volume = task.literal(item, "ManagedEBSVolume");
    if (!volume.is_object()) continue;
    if (task.lacks(volume, "SizeInGiB") && task.lacks(volume, "SnapshotId"))
      report.add(volume.label(), "this volume needs `SizeInGiB` or `SnapshotId`");
    const asl::Parameter rate = task.get(volume, "VolumeInitializationRate");
    if (rate && task.lacks(volume, "SnapshotId"))
      report.add(rate.key(), "`VolumeInitializationRate` has no effect without `SnapshotId`");
    if (const auto type = task.text(volume, "VolumeType")) check_type(task, volume, *type, report);
  }
}

constexpr Example examples[] = {
    {"neither a size nor a snapshot",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", «"ManagedEBSVolume"»: {"RoleArn":
  "arn:aws:iam::123456789012:role/ebs", "VolumeType": "gp3"}}]}, "End": true})json"},
    {"parameters that the type does not accept, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn":
  "arn:aws:iam::123456789012:role/ebs", "VolumeType": "st1", "SizeInGiB": «100», «"Iops"»: 3000}}]}, "End": true})json"},
    {"a volume",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn":
  "arn:aws:iam::123456789012:role/ebs", "VolumeType": "gp3", "SizeInGiB": 100, "Throughput": 250}}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/volume-configuration",
    .severity = Severity::error,
    .summary = "a managed volume that cannot be created",
    .why =
        "A volume needs a size or a snapshot. The rest depends on its type: `io1` and `io2` need `Iops`; "
        "`st1`, `sc1` and `standard` do not accept it; only `gp3` accepts `Throughput`; and each type has "
        "a minimum size. EBS refuses anything else, the task does not start, and the state fails when it "
        "runs.",
    .see =
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_TaskManagedEBSVolumeConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::volume_configuration
