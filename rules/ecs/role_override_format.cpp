#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::role_override_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (const std::string_view name : {"TaskRoleArn", "ExecutionRoleArn"}) {
    const Value value = task.literal(task.overrides(), name);
    const auto text = value.literal();
    if (text && !text->starts_with("arn:") && !asl::may_hold_blank(*text))
      report.add(value.place(),
                 fmt::format("`{}` is not the ARN of a role; write `arn:aws:iam::ACCOUNT:role/NAME`", *text));
  }
}

constexpr Example examples[] = {
    {"a name",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": «"my-role"»}}, "End": true})json"},
    {"an ARN, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ExecutionRoleArn": "arn:aws:iam::123456789012:role/service/pull"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/role-override-format",
    .severity = Severity::warning,
    .summary = "a role override that is not an ARN",
    .why =
        "ECS expects the ARN of the role, and Step Functions needs `iam:PassRole` for it. ECS refuses a "
        "bare name with `ECS.ClientException: Role is not valid`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::role_override_format
