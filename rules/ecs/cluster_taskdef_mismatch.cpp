#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::cluster_taskdef_mismatch {

using namespace schemas;
using namespace schemas::ecs;

namespace {

std::optional<Arn> arn_of(Value value) {
  const auto text = value.literal();
  return text && !asl::may_hold_blank(*text) ? read_arn(*text) : std::nullopt;
}

bool differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

std::string_view difference(const Arn& a, const Arn& b) {
  if (differ(a.partition, b.partition)) return "partition";
  if (differ(a.region, b.region)) return "region";
  return differ(a.account, b.account) ? "account" : "";
}

void check(const RunTask& task, Report& report) {
  const Value cluster = task.literal("Cluster"), definition = task.literal("TaskDefinition");
  const auto there = arn_of(cluster), here = arn_of(definition);
  if (!there || !here) return;
  if (const std::string_view what = difference(*there, *here); !what.empty())
    report
        .add(definition.place(),
             fmt::format("the task definition belongs to another {} than the cluster", what))
        .note("the cluster is here", cluster.place());
}

constexpr Example examples[] = {
    {"two regions",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
  "TaskDefinition": «"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"»}, "End": true})json"},
    {"two accounts, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
  "TaskDefinition": «"arn:aws:ecs:us-east-1:210987654321:task-definition/web:7"»}, "End": true})json"},
    {"one place",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
  "TaskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/cluster-taskdef-mismatch",
    .severity = Severity::warning,
    .summary = "a cluster and a task definition in different regions, accounts or partitions",
    .why =
        "A cluster runs only task definitions of its own region and account. If the two ARNs differ in "
        "region, account or partition, ECS cannot find one of them.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::cluster_taskdef_mismatch
