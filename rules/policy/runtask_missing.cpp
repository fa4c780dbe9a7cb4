#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::runtask_missing {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  std::vector<Lack> missing;
  std::vector<const Need*> needs;
  for (const Lack& lack : role.lacks(NeedKind::run_task)) {
    if (lack.verdict.named || lack.verdict.denied_by) continue;
    missing.push_back(lack);
    needs.insert(needs.end(), lack.all.begin(), lack.all.end());
  }
  if (missing.empty()) return;
  report_lack(role, missing,
              fmt::format("`ecs:RunTask` is not allowed, but {} needs it", named_states(needs)), Safety::safe,
              report);
}

constexpr Example examples[] = {
    {.title = "a policy for something else",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "ecs:RunTask"
  ],
  "Resource": [
    "arn:aws:ecs:*:*:task-definition/web:7"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "one that is allowed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "the actions of a placeholder, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "${Actions}", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/runtask-missing",
    .severity = Severity::error,
    .summary = "no statement allows the `ecs:RunTask` that a state needs",
    .why =
        "The state fails when it runs, each time, with `ECS.AccessDeniedException`. The policies "
        "given are taken as all that the role has.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::runtask_missing
