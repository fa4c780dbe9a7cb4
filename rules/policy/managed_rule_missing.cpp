#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/slips.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::managed_rule_missing {

using namespace schemas::iam;

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

void report_rule(const Role& role, const std::vector<Lack>& missing, Report& report) {
  const Need& need = *missing[0].need;
  report_lack(
      role, missing,
      fmt::format("{} on rule `{}` {} not allowed, and {} waits for {}", list(missing), rule_name(need),
                  missing.size() == 1 ? "is" : "are", named_states(missing[0].all), awaited(need)),
      Safety::safe, report);
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  std::vector<std::vector<Lack>> by_rule;
  for (const Lack& lack : role.lacks(NeedKind::managed_rule)) {
    if (lack.verdict.denied_by || misspelt_rule(role, *lack.need)) continue;
    const auto known = std::find_if(by_rule.begin(), by_rule.end(), [&](const std::vector<Lack>& one) {
      return rule_name(*one[0].need) == rule_name(*lack.need);
    });
    if (known == by_rule.end()) by_rule.push_back({lack});
    else known->push_back(lack);
  }
  for (const std::vector<Lack>& missing : by_rule) report_rule(role, missing, report);
}

constexpr Example examples[] = {
    {.title = "no statement for the rule",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
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
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"}]})json"},
    {.title = "one action less",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
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
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "no statement for the rule of executions",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "events:PutTargets",
    "events:PutRule",
    "events:DescribeRule"
  ],
  "Resource": [
    "arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "states:*", "Resource": "*"}]})json"},
    {.title = "the rule of executions, allowed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:*", "events:*"], "Resource": "*"}]})json"},
    {.title = "an execution that nobody waits for",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}]})json"},
    {.title = "allowed on every rule",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/*"]}]})json"},
    {.title = "no state waits",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/managed-rule-missing",
    .severity = Severity::error,
    .summary = "a state waits for its job, and the role may not manage the rule that tells of its end",
    .why =
        "Step Functions refuses the state machine when it is deployed: `is not authorized to create "
        "managed-rule`. To wait with `.sync` for an ECS task, an execution or a job of SageMaker it keeps "
        "an EventBridge rule in the name of the role, such as `StepFunctionsGetEventsForECSTaskRule`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::managed_rule_missing
