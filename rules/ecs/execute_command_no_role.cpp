#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::execute_command_no_role {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const Value enable = task.literal("EnableExecuteCommand");
  if (!definition["containerDefinitions"] || !lacks(definition, "taskRoleArn")) return;
  const bool overridden = task.get("Overrides") && !task.lacks(task.overrides(), "TaskRoleArn");
  if (enable.boolean() == true && !overridden)
    point_at(definition,
             report.add(enable.place(),
                        "`EnableExecuteCommand` needs a task role, but neither the task definition nor an "
                        "override sets one"));
}

constexpr Example examples[] = {
    {.title = "no role",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "EnableExecuteCommand": «true»}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "a role by override, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "EnableExecuteCommand": true, "Overrides": {"TaskRoleArn": "{% $states.input.role %}"}}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "bridge", "compatibilities": ["EC2"],
  "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}, {"name": "log"}],
  "volumes": [{"name": "data", "configuredAtLaunch": true}]}})json"},
    {.title = "a role in the definition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "EnableExecuteCommand": true}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/web",
  "compatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "app"}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/execute-command-no-role",
    .severity = Severity::error,
    .summary = "`EnableExecuteCommand` without a task role",
    .why =
        "ECS Exec uses the task's role. If neither the task definition nor the override has one, ECS "
        "refuses the task, and the state fails when it runs: `ECS.InvalidParameterException: a valid "
        "taskRoleArn is not being used`. Checked if the template has the task definition, or "
        "`--task-definition` gives it.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::execute_command_no_role
