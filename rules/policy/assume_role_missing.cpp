// Beyond the catalogue: the role of Credentials
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::assume_role_missing {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(NeedKind::assume_role))
    if (!lack.need->dynamic)
      report_lack(role, {lack},
                  fmt::format("the state machine's role may not assume the role in `Credentials` "
                              "(`sts:AssumeRole`), with which {} makes its call",
                              named_states(lack.all)),
                  Safety::unsafe, report);
}

constexpr Example examples[] = {
    {.title = "a role of another account",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web:7"},
 "Credentials": {"RoleArn": "arn:aws:iam::210987654321:role/there"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "sts:AssumeRole"
  ],
  "Resource": [
    "arn:aws:iam::210987654321:role/there"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "it is allowed",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web:7"},
 "Credentials": {"RoleArn": "arn:aws:iam::210987654321:role/there"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::210987654321:role/*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/assume-role-missing",
    .severity = Severity::warning,
    .summary = "`Credentials` names a role that the state machine's role may not assume",
    .why =
        "Step Functions assumes the role that `Credentials` names and makes the call with its permissions. "
        "For a role of another account, both the policy of the state machine's role and the trust policy "
        "of the other role must allow it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::assume_role_missing
