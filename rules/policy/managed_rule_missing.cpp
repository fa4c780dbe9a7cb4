// Catalogue IAM904
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/role.h"
#include "rules/policy/shared/slips.h"

namespace sfn::rules::policy::managed_rule_missing {

namespace {

std::string list(const std::vector<Lack>& lacks) {
  std::string actions;
  for (size_t i = 0; i < lacks.size(); ++i)
    actions += fmt::format("{}`{}`",
                           i == 0                 ? ""
                           : i + 1 < lacks.size() ? ", "
                                                  : " and ",
                           lacks[i].need->action);
  return actions;
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  std::vector<Lack> missing;
  for (const Lack& lack : role.lacks(NeedKind::managed_rule))
    if (!lack.verdict.denied_by && !misspelt_rule(role, lack.need->action)) missing.push_back(lack);
  if (missing.empty()) return;
  report_lack(role, role.permissions(), missing,
              fmt::format("{} on rule `{}` {} not allowed, and {} waits for its task", list(missing),
                          ecs_rule_name, missing.size() == 1 ? "is" : "are", named_states(missing[0].all)),
              report);
}

constexpr Example examples[] = {
    {"no statement for the rule",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {
    "Effect": "Allow",
    "Action": [
      "events:PutTargets",
      "events:PutRule",
      "events:DescribeRule"
    ],
    "Resource": [
      "arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"
    ]
  }]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"}]})json",
     {}},
    {"one action less",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {
    "Effect": "Allow",
    "Action": [
      "events:PutRule"
    ],
    "Resource": [
      "arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"
    ]
  }]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json",
     {}},
    {"allowed on every rule",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/*"]}]})json",
     {}},
    {"nobody waits",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     {}},
};

}  // namespace

extern const Rule rule{
    .id = "policy/managed-rule-missing",
    .severity = Severity::error,
    .summary = "a state waits for its ECS task, and the role may not manage the rule that tells of its end",
    .why =
        "Creating or updating the state machine fails: `is not authorized to create managed- "
        "rule`. For `.sync` Step Functions keeps an EventBridge rule of the name "
        "`StepFunctionsGetEventsForECSTaskRule`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::policy::managed_rule_missing
