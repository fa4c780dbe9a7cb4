// Beyond the catalogue: an Allow does not help against a Deny
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/role.h"

namespace sfn::rules::policy::denied {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const NeedKind kind : {NeedKind::run_task, NeedKind::managed_rule, NeedKind::pass_role})
    for (const Lack& lack : role.lacks(kind)) {
      if (!lack.verdict.denied_by) continue;
      const Statement& statement = *lack.verdict.denied_by;
      const Value action = statement.action_value(lack.need->action);
      report
          .add(lack.verdict.policy->place(action && !statement.not_action ? action
                                                                          : statement.value["Effect"]),
               fmt::format("`{}` is denied here, and {} needs it", lack.need->action, named_states(lack.all)))
          .note(fmt::format("state `{}` needs it", lack.need->state->name), lack.need->because.place());
    }
}

constexpr Example examples[] = {
    {"RunTask",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Deny", "Action": [«"ecs:Run*"»], "Resource": "*"}]})json",
     {}},
    {"all but some",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": «"Deny"», "NotAction": ["ecs:StopTask"], "Resource": "*"}]})json",
     {}},
    {"on another task definition, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Deny", "Action": ["ecs:RunTask"], "Resource": "arn:aws:ecs:*:*:task-definition/admin:*"}]})json",
     {}},
};

}  // namespace

extern const Rule rule{
    .id = "policy/denied",
    .severity = Severity::error,
    .summary = "a Deny forbids what a state needs to run its ECS task",
    .why =
        "A Deny wins over every Allow. The state fails with `ECS.AccessDeniedException`, or, "
        "where the managed rule is denied, the state machine cannot be created.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::policy::denied
