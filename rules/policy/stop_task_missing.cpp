// Catalogue IAM903
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/role.h"
#include "rules/policy/shared/slips.h"

namespace sfn::rules::policy {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(NeedKind::stop_task)) {
    // Others speak of what is denied, and of what is allowed on task definitions.
    if (lack.verdict.denied_by || on_definition(role, "ecs:StopTask")) continue;
    report_lack(
        role, role.permissions(), {lack},
        fmt::format("`ecs:StopTask` is not allowed, and {} waits for its task", named_states(lack.all)),
        report);
  }
}

constexpr Example examples[] = {
    {"a task that is waited for",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {
    "Effect": "Allow",
    "Action": [
      "ecs:StopTask"
    ],
    "Resource": "*"
  }]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json",
     {}},
    {"it is allowed",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json",
     {}},
    {"allowed on the tasks of a cluster, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "arn:aws:ecs:eu-west-1:123456789012:task/main/*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json",
     {}},
    {"nobody waits",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     {}},
};

}  // namespace

extern const Rule stop_task_missing{
    .id = "policy/stop-task-missing",
    .severity = Severity::error,
    .summary = "a state waits for its ECS task, and the role may not stop it",
    .why =
        "When the execution is aborted, or the state times out, Step Functions stops the task. "
        "Without `ecs:StopTask` it runs on, and is paid for.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::policy
