#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"
#include "schemas/iam/declared_role.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::task_role_callback {

using namespace schemas::iam;

namespace {

using Policies = std::vector<const Policy*>;

Verdict answer(const Policies& policies, const char* action) {
  Need need;
  need.action = action;
  need.resources = {{"*", "${Resource}"}};
  return Role::judge(policies, need);
}

bool beats(const asl::State* task) {
  return task->value.has("HeartbeatSeconds") || task->value.has("HeartbeatSecondsPath");
}

std::vector<std::string> missing_in(const Policies& policies, bool with_heartbeat) {
  std::vector<std::string> missing;
  for (const char* action :
       {"states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"}) {
    if (!with_heartbeat && std::string_view(action) == "states:SendTaskHeartbeat") continue;
    if (answer(policies, action).allowed == Answer::no) missing.push_back(action);
  }
  return missing;
}

std::string message(const std::vector<std::string>& missing, const asl::State& task) {
  std::string names;
  for (const std::string& action : missing) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", action);
  return fmt::format("{} {} not allowed, but state `{}` waits for its task to call back", names,
                     missing.size() == 1 ? "is" : "are", task.name);
}

// The role in the template with which the task runs.
DeclaredRole role_of(const asl::State& state) {
  const auto& known = schemas::deployment(state.machine().surroundings());
  const auto* task = schemas::ecs::run_task(state);
  if (!known.declarations || !known.machine) return {};
  if (const asl::Parameter override = task->get(task->overrides(), "TaskRoleArn"))
    return override.dynamic
               ? DeclaredRole()
               : declared_role(*known.declarations, known.machine->filled(override.value.text()));
  const auto definition = schemas::ecs::task_definition(*task);
  if (!definition.declared) return {};
  return declared_role(*known.declarations, definition["taskRoleArn"].text());
}

void check_declared(const asl::State& state, Report& report) {
  const DeclaredRole role = role_of(state);
  if (!role.complete) return;
  const auto missing = missing_in(role.policies(), beats(&state));
  if (missing.empty()) return;
  report.add(state.resource.value.place(), message(missing, state))
      .note(fmt::format("the role of its task, `{}`, is here", role.resource->name), role.resource->place);
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  const std::vector<const asl::State*> tasks = callback_tasks(machine);
  if (role.task_permissions().empty())
    for (const asl::State* task : tasks) check_declared(*task, report);
  if (tasks.empty() || role.task_permissions().empty()) return;
  const std::vector<std::string> missing =
      missing_in(role.task_permissions(), std::any_of(tasks.begin(), tasks.end(), beats));
  if (missing.empty()) return;
  const Policy& policy = *role.task_permissions().front();
  const Value statements = policy.root["Statement"];
  Diagnostic& found =
      report.add(policy.label(statements ? statements : policy.root), message(missing, *tasks[0]));
  found.note(fmt::format("state `{}` waits for its token", tasks[0]->name), tasks[0]->resource.value.place());
  if (!policy.quoted && statements.is_array())
    found.offer_unsafe("add the statement", insert_item(statements, to_json(Grant{missing, {"*"}, "", 0})));
}

constexpr Example examples[] = {
    {.title = "a task role only for its data",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:SendTaskSuccess",
    "states:SendTaskFailure"
  ],
  "Resource": "*"
}]})json",
     .task_role_policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "with a heartbeat, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Arguments": {"TaskDefinition": "web:7"}, "HeartbeatSeconds": 60, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:SendTaskSuccess", "states:SendTaskFailure"], "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:SendTaskHeartbeat"
  ],
  "Resource": "*"
}]})json",
     .task_role_policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:SendTaskSuccess", "states:SendTaskFailure"], "Resource": "*"}]})json"},
    {.title = "it may answer",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .task_role_policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:SendTaskSuccess", "states:SendTaskFailure"], "Resource": "*"}]})json"},
    {.title = "no state waits for a callback",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .task_role_policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/task-role-callback",
    .severity = Severity::warning,
    .summary = "a task must return its token, but its role does not allow that",
    .why =
        "The container reports with `SendTaskSuccess` or `SendTaskFailure`, using the task's role. Without "
        "these permissions the call is refused, and the state waits until it times out.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .needs = {&schemas::given::task_role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::task_role_callback
