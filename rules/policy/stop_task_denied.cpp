#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::stop_task_denied {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const NeedKind kind : {NeedKind::stop_task})
    for (const Lack& lack : role.lacks(kind)) {
      if (!lack.verdict.denied_by) continue;
      const Statement& statement = *lack.verdict.denied_by;
      const Value action = statement.action_value(lack.need->action);
      report
          .add(lack.verdict.policy->place(action && !statement.not_action ? action
                                                                          : statement.value["Effect"]),
               fmt::format("`{}` is denied here, but {} waits for its task; if the execution is aborted, "
                           "the task keeps running",
                           lack.need->action, named_states(lack.all)))
          .note(fmt::format("state `{}` needs it", lack.need->state->name), lack.need->because.place());
    }
}

constexpr Example examples[] = {
    {.title = "a Deny",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {"Effect": "Deny", "Action": [«"ecs:StopTask"»], "Resource": "*"}]})json"},
    {.title = "a Deny with a condition, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {"Effect": "Deny", "Action": ["ecs:StopTask"], "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]})json"},
    {.title = "a Deny of something else",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {"Effect": "Deny", "Action": ["ecs:DeleteCluster"], "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/stop-task-denied",
    .severity = Severity::warning,
    .summary = "a `Deny` keeps Step Functions from stopping the tasks that it waits for",
    .why =
        "If a sibling in a Parallel or Map state fails, a state times out or somebody aborts the "
        "execution, Step Functions stops the task. If that is denied, the task keeps running and is "
        "billed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::stop_task_denied
