#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/launch.h"

namespace sfn::rules::ecs::fargate_no_network {

using namespace schemas::ecs;

namespace {

// A network that stands on the wrong level is there: ecs/parameter-wrong-level says where it belongs.
bool has_network(const RunTask& task) {
  for (const std::string_view name :
       {"NetworkConfiguration", "AwsvpcConfiguration", "Subnets", "VpcConfiguration"})
    if (!task.lacks(name)) return true;
  return false;
}

void check(const RunTask& task, Report& report) {
  const Launch found = launch(task);
  if (!found.fargate()) return;
  if (!has_network(task))
    report.add(found.because.place(), fmt::format("{} is used without `NetworkConfiguration`; a Fargate "
                                                  "task needs `NetworkConfiguration.AwsvpcConfiguration` "
                                                  "with `Subnets`",
                                                  describe(found)));
  const Value network = task.literal("NetworkConfiguration");
  if (network.is_object() && network.child_count() == 0 && !network.open())
    report.add(network.label(), fmt::format("`NetworkConfiguration` is empty, but {} is used; a Fargate "
                                            "task needs `AwsvpcConfiguration` with `Subnets` in it",
                                            describe(found)));
}

constexpr Example examples[] = {
    {"Fargate without a network",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType": «"FARGATE"», "Cluster": "prod", "TaskDefinition": "web:7"}, "End": true})"},
    {"Fargate by its capacity provider",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web:7",
 "CapacityProviderStrategy": [{"CapacityProvider": «"FARGATE_SPOT"», "Weight": 1}]}, "End": true})"},
    {"an empty network, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"LaunchType": "FARGATE", "TaskDefinition": "web:7", «"NetworkConfiguration"»: {}}, "End": true})"},
    {"Fargate with its network",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType": "FARGATE", "TaskDefinition": "web:7",
  "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})"},
    {"a network that is known at run time",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType": "FARGATE", "TaskDefinition": "web:7",
  "NetworkConfiguration.$": "$.network"}, "End": true})"},
    {"a launch type that is known at run time",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"LaunchType": "{% $states.input.launch %}", "TaskDefinition": "web:7"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/fargate-no-network",
    .severity = Severity::error,
    .summary = "a Fargate task without a network configuration",
    .why =
        "Fargate tasks use the network mode `awsvpc`, and ECS does not start one without subnets. It "
        "answers `ECS.InvalidParameterException: Network Configuration must be provided when networkMode "
        "'awsvpc' is specified`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::fargate_no_network
