#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::cluster_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("Cluster");
  const auto text = value.literal();
  if (!text || text->empty() || asl::may_hold_blank(*text)) return;
  const auto arn = read_arn(*text);
  if (arn && arn->service == "ecs" && arn->resource.starts_with("cluster/")) return;
  if (arn)
    report.add(value.place(),
               "this ARN does not name a cluster; a cluster's ARN is "
               "`arn:aws:ecs:REGION:ACCOUNT:cluster/NAME`");
  else if (!is_ecs_name(*text))
    report.add(
        value.place(),
        fmt::format("`{}` is not a valid cluster name; a name has only letters, digits, `-` and `_`", *text));
}

constexpr Example examples[] = {
    {"the ARN of a service",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": «"arn:aws:ecs:eu-west-1:123456789012:service/web"»}, "End": true})json"},
    {"a name with a blank, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Cluster": «"my cluster"»}, "End": true})json"},
    {"a name",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "prod"}, "End": true})json"},
    {"an ARN",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/prod"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/cluster-format",
    .severity = Severity::error,
    .summary = "a cluster that is neither a valid name nor the ARN of a cluster",
    .why =
        "ECS accepts the short name of a cluster (letters, digits, hyphens, underscores) or its ARN. It "
        "refuses anything else with `ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::cluster_format
