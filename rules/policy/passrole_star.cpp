#include <fmt/core.h>

#include <algorithm>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::passrole_star {

using namespace schemas::iam;

namespace {

bool only_passes(const Statement& statement) {
  return std::all_of(statement.actions.begin(), statement.actions.end(), [](Value action) {
    const auto text = action.literal();
    return text && equal_without_case(*text, "iam:PassRole");
  });
}

void look(const Policy& policy, const Statement& statement, Report& report) {
  if (statement.effect != Effect::allow || statement.condition || statement.not_action) return;
  if (statement.names("iam:PassRole") != Answer::yes) return;
  for (Value resource : statement.resources) {
    if (resource.literal() != "*") continue;
    Diagnostic& found =
        report.add(policy.place(resource),
                   "`iam:PassRole` is allowed on every role; name the roles, or add a condition on "
                   "`iam:PassedToService`");
    if (!policy.quoted && only_passes(statement))
      found.offer_unsafe(
          "let only ECS tasks have them",
          insert_member(statement.value, "Condition",
                        R"({"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}})"));
  }
}

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies)
    for (const Statement& statement : policy.statements) look(policy, statement, report);
}

constexpr Example examples[] = {
    {.title = "any role for anybody",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": «"*"»}]})json"},
    {.title = "among other actions",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask", "iam:Pass*"], "Resource": [«"*"»]}]})json"},
    {.title = "with a condition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/passrole-star",
    .severity = Severity::warning,
    .summary = "`iam:PassRole` is allowed on every role without a condition",
    .why =
        "Anyone who can change the definition can then start a task with any role of the account, even an "
        "administrator's. Name the roles, or use `iam:PassedToService` to name the service that they can "
        "be passed to.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::passrole_star
