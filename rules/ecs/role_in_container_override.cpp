#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::role_in_container_override {

using namespace schemas::ecs;

namespace {

void check_member(const RunTask& task, Value member, Report& report) {
  const asl::Parameter parameter = asl::parameter(member, task.language());
  for (const std::string_view role : {"TaskRoleArn", "ExecutionRoleArn"}) {
    if (!equal_without_case(parameter.name, role)) continue;
    Diagnostic& found = report.add(
        parameter.key(),
        fmt::format("`{}` cannot be set for a single container; it applies to the whole task and belongs "
                    "in `Overrides`",
                    role));
    if (task.lacks(task.overrides(), role))
      found.offer(
          fmt::format("move `{}` to `Overrides`", role),
          move(member, task.overrides(),
               std::string(role) + std::string(parameter.value.name().substr(parameter.name.size()))));
  }
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value member : container) check_member(task, member, report);
}

constexpr Example examples[] = {
    {"a role for one container",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  «"TaskRoleArn"»: "arn:aws:iam::123456789012:role/app"}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app"}], "TaskRoleArn": "arn:aws:iam::123456789012:role/app"}}, "End": true})"},
    {"a role of the task, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"TaskRoleArn": "{% $states.input.role %}"}},
 "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/role-in-container-override",
    .severity = Severity::error,
    .summary = "a role that is set for a single container",
    .why =
        "A role belongs to the whole task. Step Functions refuses one in a container override, and the "
        "state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::role_in_container_override
