#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::tagging_missing {

using namespace schemas::iam;

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  for (const Lack& lack : role.lacks(NeedKind::tag_resource))
    if (!lack.verdict.denied_by && !lack.need->dynamic)
      report_lack(
          role, {lack},
          fmt::format("`ecs:TagResource` is not allowed, but {} tags its task", named_states(lack.all)),
          Safety::unsafe, report);
}

constexpr Example examples[] = {
    {.title = "the tags of the task definition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "PropagateTags": "TASK_DEFINITION"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}, {
  "Effect": "Allow",
  "Action": [
    "ecs:TagResource"
  ],
  "Resource": [
    "arn:aws:ecs:eu-west-1:123456789012:task/*"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "it is allowed, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7", "PropagateTags": "TASK_DEFINITION"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "ecs:TagResource", "Resource": "*"}]})json"},
    {.title = "no tags",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "PropagateTags": "NONE"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/tagging-missing",
    .severity = Severity::warning,
    .summary = "a task is tagged when it starts, but the role may not tag",
    .why =
        "ECS also checks `ecs:TagResource` if a task gets tags when it starts: those of `Tags`, those that "
        "`PropagateTags` copies, and ECS's own with `EnableECSManagedTags`. Without it the call can fail "
        "with `ECS.AccessDeniedException`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::tagging_missing
