#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::passrole_volume {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(NeedKind::pass_volume_role)) {
    if (lack.verdict.denied_by) continue;
    const std::string arn = schemas::shown(lack.need->resources.front().acted_on);
    const std::string which = lack.need->dynamic ? "the role that an expression returns"
                                                 : fmt::format("role `{}`", arn.substr(arn.rfind('/') + 1));
    report_lack(role, {lack},
                fmt::format("`iam:PassRole` is not allowed on {}, with which {} creates its volume", which,
                            named_states(lack.all)),
                Safety::unsafe, report);
  }
}

constexpr Example examples[] = {
    {.title = "a volume",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn": "arn:aws:iam::123456789012:role/volumes"}}]}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}, {
  "Effect": "Allow",
  "Action": [
    "iam:PassRole"
  ],
  "Resource": [
    "arn:aws:iam::123456789012:role/volumes"
  ],
  "Condition": {
    "StringEquals": {
      "iam:PassedToService": "ecs.amazonaws.com"
    }
  }
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "it may be passed to tasks only, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn": "arn:aws:iam::123456789012:role/volumes"}}]}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/volumes", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}},
  {
    "Effect": "Allow",
    "Action": [
      "iam:PassRole"
    ],
    "Resource": [
      "arn:aws:iam::123456789012:role/volumes"
    ],
    "Condition": {
      "StringEquals": {
        "iam:PassedToService": "ecs.amazonaws.com"
      }
    }
  }]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/volumes", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]})json"},
    {.title = "it may be passed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn": "arn:aws:iam::123456789012:role/volumes"}}]}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/volumes", "Condition": {"StringEquals": {"iam:PassedToService": "ecs.amazonaws.com"}}}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/passrole-volume",
    .severity = Severity::warning,
    .summary = "the state machine's role may not pass the role of a managed volume",
    .why =
        "ECS creates a managed EBS volume with the role that the state names. This role is passed to "
        "`ecs.amazonaws.com`, not to the task. Without `iam:PassRole` for it the task does not start.",
    .see =
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_TaskManagedEBSVolumeConfiguration.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::passrole_volume
