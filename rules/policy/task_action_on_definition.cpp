#include <fmt/core.h>

#include <algorithm>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/policy/shared/slips.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::task_action_on_definition {

using namespace schemas::iam;

namespace {

// Moves the actions into a statement of their own, on every task.
std::vector<Change> fixed(const Policy& policy, const Statement& statement) {
  std::vector<Change> changes;
  const Value resource = statement.value["Resource"];
  std::vector<std::string> moved;
  size_t others = 0;
  for (Value action : statement.actions) {
    const auto text = action.literal();
    const bool task =
        text && (equal_without_case(*text, "ecs:StopTask") || equal_without_case(*text, "ecs:DescribeTasks"));
    if (!task) {
      ++others;
      continue;
    }
    moved.emplace_back(*text);
    if (action.parent().is_array()) changes.push_back(remove(action));
  }
  if (others == 0) return {set_value(resource, "\"*\"")};
  if (!policy.root["Statement"].is_array() || moved.empty()) return {};
  changes.push_back(insert_item(policy.root["Statement"], to_json(Grant{moved, {"*"}, "", 0})));
  return changes;
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  std::vector<const Statement*> reported;
  for (const NeedKind kind : {NeedKind::stop_task, NeedKind::describe_tasks})
    for (const Lack& lack : role.lacks(kind)) {
      const auto slip = on_definition(role, lack.need->action);
      if (!slip || lack.verdict.denied_by) continue;
      if (std::find(reported.begin(), reported.end(), slip->statement) != reported.end()) continue;
      reported.push_back(slip->statement);
      Diagnostic& found = report.add(
          slip->policy->key(slip->statement->value["Resource"]),
          fmt::format("`{}` applies to tasks, not to task definitions, so this allows nothing; write `*`",
                      lack.need->action));
      found.note(fmt::format("state `{}` waits for its task", lack.need->state->name),
                 lack.need->because.place());
      if (auto changes = fixed(*slip->policy, *slip->statement); !slip->policy->quoted && !changes.empty())
        found.offer("allow it on every task", Safety::safe, std::move(changes));
    }
}

constexpr Example examples[] = {
    {.title = "on the task definition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], «"Resource"»: ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "in one statement with RunTask, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]},
  {
    "Effect": "Allow",
    "Action": [
      "ecs:StopTask",
      "ecs:DescribeTasks"
    ],
    "Resource": "*"
  }]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks"], «"Resource"»: ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "on every task",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/task-action-on-definition",
    .severity = Severity::warning,
    .summary = "`ecs:StopTask` or `ecs:DescribeTasks` on a task definition instead of tasks",
    .why =
        "Both act on running tasks, whose ARNs are `...:task/CLUSTER/ID`. A statement that allows "
        "them on a task definition allows nothing. The state completes by its event; but a task is "
        "not stopped when the execution is, and an event that is lost leaves the execution waiting.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::task_action_on_definition
