#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::launchtype_fargate_spot {

using namespace schemas::ecs;

namespace {

constexpr std::string_view strategy = R"([{"CapacityProvider": "FARGATE_SPOT", "Weight": 1}])";

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("LaunchType");
  const auto text = value.literal();
  if (!text || !equal_without_case(*text, "FARGATE_SPOT")) return;
  Diagnostic& found = report.add(value.place(),
                                 "`FARGATE_SPOT` is a capacity provider, not a launch type; name it in "
                                 "`CapacityProviderStrategy`");
  if (!task.lacks("CapacityProviderStrategy")) return;
  found.offer("use a capacity provider strategy", Safety::safe,
              {rename_key(value, "CapacityProviderStrategy"), set_value(value, std::string(strategy))});
}

constexpr Example examples[] = {
    {"Spot as a launch type",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType": «"FARGATE_SPOT"», "TaskDefinition": "web:7",
  "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT", "Weight": 1}], "TaskDefinition": "web:7",
  "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})"},
    {"Spot as a capacity provider, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT", "Weight": 1}],
  "TaskDefinition": "web:7", "NetworkConfiguration": "{% $states.input.network %}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/launchtype-fargate-spot",
    .severity = Severity::error,
    .summary = "Fargate Spot as a launch type",
    .why =
        "`LaunchType` accepts `EC2`, `FARGATE`, `EXTERNAL` and `MANAGED_INSTANCES`. ECS refuses any other "
        "value with `ECS.InvalidParameterException`, and the state fails when it runs. Use Fargate Spot "
        "through a capacity provider strategy.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::launchtype_fargate_spot
