#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::placement_on_fargate {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  if (!found.fargate()) return;
  for (const std::string_view name : {"PlacementConstraints", "PlacementStrategy"}) {
    const asl::Parameter parameter = task.get(name);
    if (!parameter.literal().is_array() || parameter.value.child_count() == 0) continue;
    report
        .add(parameter.key(), fmt::format("`{}` cannot be used with {}; Fargate decides where tasks run",
                                          name, describe(found)))
        .offer_unsafe(fmt::format("remove `{}`", name), remove(parameter.value));
  }
}

constexpr Example examples[] = {
    {"a strategy",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, «"PlacementStrategy"»: [{"Type": "random"}], "Cluster": "c"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "c"}, "End": true})json"},
    {"a constraint, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, «"PlacementConstraints"»: [{"Type": "distinctInstance"}], "Cluster": "c"}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Cluster": "c"}, "End": true})json"},
    {"on EC2",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "EC2", "PlacementStrategy": [{"Type": "random"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/placement-on-fargate",
    .severity = Severity::error,
    .summary = "placement constraints or a placement strategy for a Fargate task",
    .why =
        "Fargate has no instances to choose from. ECS refuses placement constraints and strategies with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::placement_on_fargate
