#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::task_role_callback {

using namespace schemas::iam;

namespace {

Verdict answer(const Role& role, const char* action) {
  Need need;
  need.action = action;
  need.resources = {{"*", "${Resource}"}};
  return Role::judge(role.task_permissions(), need);
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  const std::vector<const asl::State*> tasks = callback_tasks(machine);
  if (tasks.empty() || role.task_permissions().empty()) return;
  const bool beats = std::any_of(tasks.begin(), tasks.end(), [](const asl::State* task) {
    return task->value.has("HeartbeatSeconds") || task->value.has("HeartbeatSecondsPath");
  });
  std::vector<std::string> missing;
  for (const char* action :
       {"states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"}) {
    if (!beats && std::string_view(action) == "states:SendTaskHeartbeat") continue;
    if (answer(role, action).allowed == Answer::no) missing.push_back(action);
  }
  if (missing.empty()) return;
  std::string names;
  for (const std::string& action : missing) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", action);
  const Policy& policy = *role.task_permissions().front();
  const Value statements = policy.root["Statement"];
  Diagnostic& found =
      report.add(policy.label(statements ? statements : policy.root),
                 fmt::format("{} {} not allowed, but state `{}` waits for its task to call back", names,
                             missing.size() == 1 ? "is" : "are", tasks[0]->name));
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
