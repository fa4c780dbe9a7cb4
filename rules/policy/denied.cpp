// Beyond the catalogue: an Allow does not help against a Deny
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::denied {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const NeedKind kind :
       {NeedKind::run_task, NeedKind::managed_rule, NeedKind::pass_role, NeedKind::map_start})
    for (const Lack& lack : role.lacks(kind)) {
      if (!lack.verdict.denied_by) continue;
      const Statement& statement = *lack.verdict.denied_by;
      const Value action = statement.action_value(lack.need->action);
      report
          .add(lack.verdict.policy->place(action && !statement.not_action ? action
                                                                          : statement.value["Effect"]),
               fmt::format("`{}` is denied here, but {} needs it", lack.need->action, named_states(lack.all)))
          .note(fmt::format("state `{}` needs it", lack.need->state->name), lack.need->because.place());
    }
}

constexpr Example examples[] = {
    {.title = "RunTask",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Deny", "Action": [«"ecs:Run*"»], "Resource": "*"}]})json"},
    {.title = "the executions of a distributed Map",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:*", "Resource": "*"},
  {"Effect": "Deny", "Action": [«"states:Start*"»], "Resource": "*"}]})json"},
    {.title = "all but some",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": «"Deny"», "NotAction": ["ecs:StopTask"], "Resource": "*"}]})json"},
    {.title = "on another task definition, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Deny", "Action": ["ecs:RunTask"], "Resource": "arn:aws:ecs:*:*:task-definition/admin:*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/denied",
    .severity = Severity::error,
    .summary = "a Deny forbids what a state needs",
    .why =
        "A Deny overrides every Allow. The state fails when it runs, with `ECS.AccessDeniedException` or, "
        "for a distributed Map, because it may not start its executions. Where the rule is denied that "
        "Step Functions keeps for `.sync`, it refuses the state machine when it is deployed.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::denied
