#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::cluster_missing {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (task.payload && task.lacks("Cluster"))
    report.add(task.payload.label(), "`Cluster` is not set, so the task runs in the cluster `default`");
}

constexpr Example examples[] = {
    {"no cluster",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Parameters"»: {"TaskDefinition": "web:7"}, "End": true})json"},
    {"no cluster, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Arguments"»: {"TaskDefinition": "web:7"}, "End": true})json"},
    {"a cluster",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"Cluster.$": "$.cluster", "TaskDefinition": "web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/cluster-missing",
    .severity = Severity::info,
    .summary = "a task that does not name its cluster",
    .why =
        "Without `Cluster` the task goes to the cluster that is called `default`. If there is none, ECS "
        "answers `ECS.ClusterNotFoundException`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::cluster_missing
