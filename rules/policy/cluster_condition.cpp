#include <fmt/core.h>

#include <algorithm>

#include <optional>
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/run_task.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::cluster_condition {

using namespace schemas::ecs;
using namespace schemas::iam;

namespace {

std::optional<std::string_view> cluster_of(const asl::Machine& machine) {
  std::optional<std::string_view> cluster;
  for (const asl::State& state : machine.states()) {
    const schemas::ecs::RunTask* task = schemas::ecs::optimized_run_task(state);
    if (!task) continue;
    const auto text = task->text("Cluster");
    if (!text || (cluster && cluster != text)) return std::nullopt;
    cluster = text;
  }
  return cluster;
}

void check(const asl::Machine& machine, Report& report) {
  if (schemas::deployment(machine.surroundings()).policies_shared) return;
  const Role& role = machine.derive<Role>();
  const auto cluster = cluster_of(machine);
  if (!cluster) return;
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.not_action || statement.condition) continue;
      for (Value action : statement.actions)
        if (const auto text = action.literal(); text && equal_without_case(*text, "ecs:RunTask"))
          report.add(
              policy->place(action),
              fmt::format("`ecs:RunTask` is allowed on every cluster; restrict it to `{}` with a condition "
                          "`ArnEquals` on `ecs:cluster`",
                          *cluster));
    }
}

constexpr Example examples[] = {
    {.title = "without a condition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [«"ecs:RunTask"»], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "with one, in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"], "Condition": {"ArnEquals": {"ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}}}]})json"},
    {.title = "a cluster that is not known",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Cluster.$": "$.cluster"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/cluster-condition",
    .severity = Severity::info,
    .summary = "`ecs:RunTask` is allowed on every cluster",
    .why = "A condition on `ecs:cluster` restricts the role to the cluster that the definition names.",
    .see =
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "security_iam_id-based-policy-examples.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::cluster_condition
