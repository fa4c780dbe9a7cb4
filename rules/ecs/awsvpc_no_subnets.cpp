// A list without items. service/missing-parameter says where there is no list at all.
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::awsvpc_no_subnets {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  const Value subnets = task.literal(network, "Subnets");
  if (subnets.is_array() && subnets.child_count() == 0)
    report.add(subnets.place(), "`AwsvpcConfiguration` lists no subnets; a task needs at least one");
}

constexpr Example examples[] = {
    {"an empty list",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType": "FARGATE", "TaskDefinition": "web:7",
  "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": «[]»}}}, "End": true})"},
    {"a list from an expression, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"LaunchType": "FARGATE", "TaskDefinition": "web:7",
  "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": "{% $states.input.subnets %}"}}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/awsvpc-no-subnets",
    .severity = Severity::error,
    .summary = "a network configuration with an empty list of subnets",
    .why =
        "Without a subnet, ECS has no place for the task's network interface. It answers "
        "`ECS.InvalidParameterException: subnets can not be empty`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::awsvpc_no_subnets
