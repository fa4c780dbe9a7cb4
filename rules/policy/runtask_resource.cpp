#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::runtask_resource {

using namespace schemas::iam;

namespace {

// The resources of the first statement that names the action.
const Statement* allowing(const Role& role, const Policy*& in) {
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements)
      if (statement.effect == Effect::allow && statement.names("ecs:RunTask") != Answer::no &&
          !statement.resources.empty()) {
        in = policy;
        return &statement;
      }
  return nullptr;
}

// `web` where `web:*` is needed.
Value without_revision(const Statement& statement, const Need& need) {
  for (Value resource : statement.resources)
    for (const NeededResource& wanted : need.resources) {
      const auto text = resource.literal();
      if (text && covers(std::string(*text) + ":*", wanted.acted_on) != Answer::no) return resource;
    }
  return {};
}

void report_one(const Role& role, const Policy& policy, const Statement& statement, const Lack& lack,
                Report& report) {
  const std::string& granted = lack.need->resources.front().granted;
  const std::string wanted = schemas::shown(role.known_values().fill(granted));
  const Value bare = without_revision(statement, *lack.need);
  const Value place = bare ? bare : statement.resources.front();
  const std::string message =
      bare ? fmt::format(
                 "`ecs:RunTask` is not allowed on any revision of the task definition; write "
                 "`{}:*`",
                 bare.text())
           : fmt::format("`ecs:RunTask` is not allowed on `{}`, which {} runs",
                         wanted.substr(wanted.rfind('/') + 1), named_states(lack.all));
  Diagnostic& found = report_need(role, *lack.need, policy.place(place), message, "runs it", report);
  if (policy.quoted) return;
  if (bare)
    found.offer("allow every revision",
                replace_text(bare.stretch(bare.text().size(), bare.text().size()), ":*"));
  else if (auto changes = add_statement(policy, {*lack.need}, role); !changes.empty())
    found.offer("add the statement", Safety::unsafe, std::move(changes));
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  const Policy* policy = nullptr;
  for (const Lack& lack : role.lacks(NeedKind::run_task)) {
    if (!lack.verdict.named || lack.verdict.denied_by) continue;
    if (const Statement* statement = allowing(role, policy))
      report_one(role, *policy, *statement, lack, report);
  }
}

constexpr Example examples[] = {
    {.title = "an ARN without a revision",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:*"]}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": [«"arn:aws:ecs:eu-west-1:123456789012:task-definition/web"»]}]})json"},
    {.title = "another revision, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:8"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}, {
  "Effect": "Allow",
  "Action": [
    "ecs:RunTask"
  ],
  "Resource": [
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": [«"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"»]}]})json"},
    {.title = "one that may be the newest revision",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "a name that is not known",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "${TaskDefinition}"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/runtask-resource",
    .severity = Severity::error,
    .summary = "`ecs:RunTask` is allowed, but not on the task definition that a state runs",
    .why =
        "The state fails when it runs, with `ECS.AccessDeniedException`. ECS looks the revision up "
        "first: a call without a revision is authorized against the ARN of the newest one, so the "
        "policy needs that revision or `:*`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::runtask_resource
