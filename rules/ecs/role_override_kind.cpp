#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::role_override_kind {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (const std::string_view name : {"TaskRoleArn", "ExecutionRoleArn"}) {
    const Value value = task.literal(task.overrides(), name);
    const auto text = value.literal();
    const auto arn = text && !asl::may_hold_blank(*text) ? read_arn(*text) : std::nullopt;
    if (arn && (arn->service != "iam" || !arn->resource.starts_with("role/")))
      report.add(value.place(), "this ARN does not name a role; write `arn:aws:iam::ACCOUNT:role/NAME`");
  }
}

constexpr Example examples[] = {
    {"an instance profile",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": «"arn:aws:iam::123456789012:instance-profile/app"»}}, "End": true})json"},
    {"a role, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/role-override-kind",
    .severity = Severity::error,
    .summary = "a role override that names something other than a role",
    .why =
        "Only a role can be passed to a task. ECS refuses the ARN of a user, a policy or an instance "
        "profile with `ECS.ClientException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::role_override_kind
