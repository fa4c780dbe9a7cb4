#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::passrole_missing {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(NeedKind::pass_role)) {
    if (lack.verdict.denied_by) continue;
    const std::string arn = schemas::shown(lack.need->resources.front().acted_on);
    const std::string which = lack.need->dynamic ? "the role that an expression returns"
                                                 : fmt::format("role `{}`", arn.substr(arn.rfind('/') + 1));
    report_lack(role, {lack},
                fmt::format("`iam:PassRole` is not allowed on {}, with which {} starts its task", which,
                            named_states(lack.all)),
                lack.need->dynamic ? Safety::unsafe : Safety::safe, report);
  }
}

constexpr Example examples[] = {
    {.title = "an overridden role",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}, {
  "Effect": "Allow",
  "Action": [
    "iam:PassRole"
  ],
  "Resource": [
    "arn:aws:iam::123456789012:role/app"
  ],
  "Condition": {
    "StringEquals": {
      "iam:PassedToService": "ecs-tasks.amazonaws.com"
    }
  }
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "the execution role of the task definition, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}},
  {
    "Effect": "Allow",
    "Action": [
      "iam:PassRole"
    ],
    "Resource": [
      "arn:aws:iam::123456789012:role/pull"
    ],
    "Condition": {
      "StringEquals": {
        "iam:PassedToService": "ecs-tasks.amazonaws.com"
      }
    }
  }]})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "taskRoleArn": "arn:aws:iam::123456789012:role/app",
  "executionRoleArn": "arn:aws:iam::123456789012:role/pull"}})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]})json"},
    {.title = "one that may be passed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]})json"},
    {.title = "another condition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "ecs-tasks.amazonaws.com"}}}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/passrole-missing",
    .severity = Severity::error,
    .summary = "the state machine's role may not pass a role of an ECS task",
    .why =
        "The state fails when it runs, with `ECS.AccessDeniedException`: to start a task with a role "
        "is to pass that role to it, which needs `iam:PassRole` for the task role and for the "
        "execution role. The roles are those of `Overrides`, and of the task definitions that are given "
        "with `--task-definition`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .helped_by = &schemas::given::task_definition,
    .machine = check,
};

}  // namespace sfn::rules::policy::passrole_missing
