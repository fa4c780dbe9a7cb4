#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::template_::misspelled_resource {

using namespace schemas;
using schemas::ecs::RunTask;

namespace {

void look(const Deployment& known, const asl::Parameter& parameter, ResourceKind kind, std::string_view what,
          Report& report) {
  if (!parameter || parameter.dynamic) return;
  const Declared* near =
      known.declarations->find_misspelt(kind, known.machine->filled(parameter.value.text()));
  if (!near) return;
  report
      .add(parameter.value.place(), fmt::format("the template has no {} of this name; did you mean `{}`?",
                                                what, known.declarations->name(*near)))
      .note(fmt::format("{} `{}` is here", what, near->name), near->place);
}

// `awslogs-group` of a container: without it the task does not start.
void look_at_logs(const Deployment& known, const RunTask& task, Report& report) {
  const auto definition = ecs::task_definition(task);
  if (!definition.declared) return;
  for (const Value container : definition["containerDefinitions"]) {
    const Value options = ecs::member_of(ecs::member_of(container, "logConfiguration"), "options");
    const Value group = options["awslogs-group"];
    const Declared* near = known.declarations->find_misspelt(ResourceKind::log_group, group.text());
    if (!near || options.has("awslogs-create-group")) continue;
    Diagnostic& found = report.add(
        task.get("TaskDefinition").value.place(),
        fmt::format("the template has no log group `{}`, to which the task writes; did you mean `{}`?",
                    group.text(), known.declarations->name(*near)));
    found.note("the container names it here", group.place());
    found.note(fmt::format("log group `{}` is here", near->name), near->place);
  }
}

void check(const RunTask& task, Report& report) {
  const Deployment& known = deployment(task.state->machine().surroundings());
  if (!known.declarations || !known.machine) return;
  look(known, task.get("Cluster"), ResourceKind::cluster, "cluster", report);
  look(known, task.get("TaskDefinition"), ResourceKind::task_definition, "task definition", report);
  for (const char* role : {"TaskRoleArn", "ExecutionRoleArn"})
    look(known, task.get(task.overrides(), role), ResourceKind::role, "role", report);
  look_at_logs(known, task, report);
}

constexpr Example examples[] = {
    {.title = "a cluster and a log group",
     .text =
         R"({"Resources": {"Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "media-production"}},
 "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/ecs/render"}},
 "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "render", "ContainerDefinitions": [{"Name": "app",
   "LogConfiguration": {"LogDriver": "awslogs", "Options": {"awslogs-group": "/ecs/rendr"}}}]}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"Cluster": «"media-prodution"», "TaskDefinition": «{"Ref": "Task"}»}}}}}}}})",
     .file = "template.json"},
    {.title = "the names of the template, and other ones",
     .text =
         R"({"Resources": {"Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "media-production"}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
   "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Next": "Again", "Parameters":
     {"Cluster": "media-production", "TaskDefinition": "render"}},
   "Again": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters":
     {"Cluster": "media-prod", "TaskDefinition": "render"}}}}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/misspelled-resource",
    .severity = Severity::warning,
    .summary = "a name that is nearly that of a resource of the template",
    .why =
        "The name is that of no resource of the template, but one letter away from one. If it is misspelled, "
        "the state fails when it runs, because ECS does not find the cluster, the role or the log group.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs::ecs_run_task,
    .state = ecs::on_run_task<check>,
};

}  // namespace sfn::rules::template_::misspelled_resource
