// Values of Type: service/parameter-value.
#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_files {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check_value(Value value, Report& report) {
  const auto text = value.literal();
  if (!text || asl::may_hold_blank(*text)) return;
  const auto arn = read_arn(*text);
  const size_t slash = arn ? arn->resource.find('/') : std::string_view::npos;
  const bool object = arn && arn->service == "s3" && slash != std::string_view::npos && slash > 0;
  if (!object)
    report.add(
        value.place(),
        fmt::format("`{}` is not the ARN of an S3 object; write `arn:aws:s3:::BUCKET/KEY.env`", *text));
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers()) {
    const Value list = task.literal(container, "EnvironmentFiles");
    if (list.is_array() && list.child_count() > 10)
      report.add(list.label(), fmt::format("there are {} environment files; a container accepts at most 10",
                                           list.child_count()));
    for (Value item : task.items(container, "EnvironmentFiles"))
      check_value(task.literal(item, "Value"), report);
  }
}

constexpr Example examples[] = {
    {"a URL",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": «"s3://bucket/app.env"»}]}]}}, "End": true})json"},
    {"an ARN of a bucket, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": «"arn:aws:s3:::bucket"»}]}]}}, "End": true})json"},
    {"an ARN of an object",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "EnvironmentFiles": [{"Type": "s3", "Value": "arn:aws:s3:::bucket/app.env"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-files",
    .severity = Severity::error,
    .summary = "environment files that ECS refuses",
    .why =
        "A container accepts at most ten environment files, each given by the ARN of an object in S3. ECS "
        "refuses others with `ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_files
