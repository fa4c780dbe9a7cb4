#include <fmt/core.h>

#include <algorithm>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::runtask_too_wide {

using namespace schemas::iam;

namespace {

bool is_run_task(Value action) {
  const auto text = action.literal();
  return text && equal_without_case(*text, "ecs:RunTask");
}

std::vector<Change> narrowed(const Policy& policy, const Statement& statement, const std::vector<Need>& needs,
                             const Role& role) {
  std::vector<Change> changes = add_statement(policy, needs, role);
  if (changes.empty() || !policy.root["Statement"].is_array()) return {};
  if (statement.actions.size() == 1) changes.push_back(remove(statement.value));
  else
    for (Value action : statement.actions)
      if (is_run_task(action)) changes.push_back(remove(action));
  return changes;
}

void check(const asl::Machine& machine, Report& report) {
  if (schemas::deployment(machine.surroundings()).policies_shared) return;
  const Role& role = machine.derive<Role>();
  std::vector<Need> needs;
  for (const Need& need : machine.derive<Needs>().all)
    if (need.kind == NeedKind::run_task) needs.push_back(need);
  if (needs.empty() || std::any_of(needs.begin(), needs.end(), [](const Need& need) { return need.dynamic; }))
    return;
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.not_action || statement.condition) continue;
      if (std::none_of(statement.actions.begin(), statement.actions.end(), is_run_task)) continue;
      if (statement.resources.size() != 1 || statement.resources[0].literal() != "*") continue;
      Diagnostic& found =
          report.add(policy->place(statement.resources[0]),
                     "`ecs:RunTask` is allowed on every task definition; allow only those that the "
                     "definition names");
      found.note(fmt::format("state `{}` names its task definition", needs[0].state->name),
                 needs[0].because.place());
      if (auto changes = narrowed(*policy, statement, needs, role); !changes.empty())
        found.offer("allow only the task definitions that are run", Safety::unsafe, std::move(changes));
    }
}

constexpr Example examples[] = {
    {.title = "the policy for task definitions of the input",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "ecs:RunTask"
  ],
  "Resource": [
    "arn:aws:ecs:*:*:task-definition/web:7"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks"], "Resource": «"*"»}]})json"},
    {.title = "a task definition of the input, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "{% $states.input.job %}"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": "*"}]})json"},
    {.title = "the one that is run",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/runtask-too-wide",
    .severity = Severity::info,
    .summary = "`ecs:RunTask` is allowed on everything, although the definition names its task definitions",
    .why =
        "The role could start any task of the account. AWS's page uses `*` only for task definitions that "
        "come from the input.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::runtask_too_wide
