#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::overriding_role_cross_account {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const auto cluster = task.text("Cluster");
  const auto home = cluster && !asl::may_hold_blank(*cluster) ? read_arn(*cluster) : std::nullopt;
  if (!home || !is_digits(home->account)) return;
  for (const std::string_view name : {"TaskRoleArn", "ExecutionRoleArn"}) {
    const Value value = task.literal(task.overrides(), name);
    const auto text = value.literal();
    const auto role = text && !asl::may_hold_blank(*text) ? read_arn(*text) : std::nullopt;
    if (role && is_digits(role->account) && role->account != home->account)
      report.add(value.place(), fmt::format("the role belongs to account {}, but the cluster to {}",
                                            role->account, home->account));
  }
}

constexpr Example examples[] = {
    {"two accounts",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
  "Overrides": {"TaskRoleArn": «"arn:aws:iam::210987654321:role/app"»}}, "End": true})json"},
    {"one account, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
  "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/overriding-role-cross-account",
    .severity = Severity::warning,
    .summary = "a role override from another account than the cluster's",
    .why =
        "A task can only use roles of the account that it runs in; a role of another account cannot be "
        "passed to it. To work in another account, let the task assume that role itself.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::overriding_role_cross_account
