// Issue 12, part 3: the status of a task definition that is given.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::taskdefinition_inactive {

using namespace schemas::ecs;

namespace {

bool names_revision(const RunTask& task) {
  const auto name = task.text("TaskDefinition");
  const size_t slash = name ? name->rfind('/') : 0;
  return name && name->find(':', slash == name->npos ? 0 : slash) != name->npos;
}

void check(const RunTask& task, Report& report) {
  const TaskDefinition definition = task_definition(task);
  const Value status = definition["status"];
  const auto text = status.literal();
  // Without a revision the newest active one runs.
  if (!names_revision(task)) return;
  if (text != "INACTIVE" && text != "DELETE_IN_PROGRESS") return;
  const Value name = task.get("TaskDefinition").value;
  report
      .add(name.place(),
           fmt::format("the task definition is `{}`, and ECS starts no task from it; name an active revision",
                       *text))
      .note("its status", status.place());
}

constexpr Example examples[] = {
    {.title = "a revision that was deregistered",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": «"web:7"»}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "status": "INACTIVE", "containerDefinitions": [{"name": "app"}]}})json"},
    {.title = "one that is being deleted, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": «"web:7"»}, "End": true})json",
     .task_definition =
         R"json({"family": "web", "revision": 7, "status": "DELETE_IN_PROGRESS", "containerDefinitions": [{"name": "app"}]})json"},
    {.title = "an active one",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "status": "ACTIVE", "containerDefinitions": [{"name": "app"}]}})json"},
    {.title = "another revision of the family",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})json",
     .task_definition =
         R"json({"taskDefinition": {"family": "web", "revision": 7, "status": "INACTIVE", "containerDefinitions": [{"name": "app"}]}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/taskdefinition-inactive",
    .severity = Severity::error,
    .summary = "a task from a task definition that is not active",
    .why =
        "The state fails when it runs: `ECS.InvalidParameterException: TaskDefinition is inactive`. A "
        "revision "
        "that was deregistered starts no new task. Known where the task definition is given with "
        "`--task-definition`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::taskdefinition_inactive
