#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::no_launchtype_no_strategy {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (task.payload && task.lacks("LaunchType") && task.lacks("CapacityProviderStrategy"))
    report.add(task.payload.label(),
               "neither `LaunchType` nor `CapacityProviderStrategy` is set; the cluster's default strategy "
               "decides, or else EC2 is used");
}

constexpr Example examples[] = {
    {"neither",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Parameters"»: {"TaskDefinition": "web:7"}, "End": true})json"},
    {"a launch type, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "EC2"}, "End": true})json"},
    {"a strategy",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "CapacityProviderStrategy.$": "$.strategy"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/no-launchtype-no-strategy",
    .severity = Severity::info,
    .summary = "a task that leaves the choice of compute to the cluster",
    .why =
        "With neither `LaunchType` nor `CapacityProviderStrategy` the cluster's default strategy decides, "
        "and without one, the task runs on EC2. The same definition can then run on different compute in "
        "another cluster.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::no_launchtype_no_strategy
