#include <fmt/core.h>

#include <algorithm>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/policy/shared/slips.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::sync_permission_unused {

using namespace schemas::iam;

namespace {

bool is_for_waiting(Value action, const Statement& statement) {
  const auto text = action.literal();
  if (!text) return false;
  if (equal_without_case(*text, "ecs:StopTask") || equal_without_case(*text, "ecs:DescribeTasks"))
    return true;
  return text->starts_with("events:") &&
         std::any_of(statement.resources.begin(), statement.resources.end(),
                     [](Value resource) { return resource.text().ends_with(ecs_rule_name); });
}

bool waits(const asl::Machine& machine) {
  const Needs& needs = machine.derive<Needs>();
  return std::any_of(needs.all.begin(), needs.all.end(),
                     [](const Need& need) { return need.kind == NeedKind::describe_tasks; });
}

// A task with an unknown pattern, or one that another call starts, may wait.
bool starts_tasks_only(const asl::Machine& machine) {
  bool any = false;
  for (const asl::State& state : machine.states()) {
    if (!state.is(asl::StateType::task)) continue;
    if (state.resource.kind == asl::ResourceKind::unknown || !state.resource.pattern_known) return false;
    if (state.resource.kind == asl::ResourceKind::aws_sdk) return false;
    any = any || state.resource.is_integration("ecs", "runTask");
  }
  return any;
}

void check(const asl::Machine& machine, Report& report) {
  if (schemas::deployment(machine.surroundings()).policies_shared || waits(machine) ||
      !starts_tasks_only(machine))
    return;
  const Role& role = machine.derive<Role>();
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.not_action) continue;
      for (Value action : statement.actions)
        if (is_for_waiting(action, statement))
          report.add(policy->place(action),
                     fmt::format("`{}` is only needed to wait for tasks (`.sync`), but no state does",
                                 action.text()));
    }
}

constexpr Example examples[] = {
    {.title = "a callback with the policy of `.sync`",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": [«"ecs:StopTask"», «"ecs:DescribeTasks"»], "Resource": "*"}]})json"},
    {.title = "a task that is waited for, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "a pattern that is not known",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask${Pattern}",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/sync-permission-unused",
    .severity = Severity::info,
    .summary = "permissions for waiting although no state waits for an ECS task",
    .why =
        "`ecs:StopTask`, `ecs:DescribeTasks` and the managed rule are only for `.sync`. Request- "
        "response and callback need `ecs:RunTask` and nothing else.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::sync_permission_unused
