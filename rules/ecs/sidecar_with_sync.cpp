// Recorded in wellcomecollection/catalogue-pipeline#3377 and aws-samples/bedrock-chat#501.
#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/ecs/task_definition.h"

namespace sfn::rules::ecs::sidecar_with_sync {

using namespace schemas::ecs;

namespace {

// CloudFormation takes the text "false" too. A template may leave it open.
bool not_essential(Value container) {
  const Value essential = member_of(container, "essential");
  return essential.boolean() == false || essential.literal() == "false";
}

void check(const RunTask& task, Report& report) {
  if (!task.resource.waits()) return;
  const Span suffix = task.resource.where(task.resource.suffix);
  for (Value container : task_definition(task)["containerDefinitions"]) {
    if (!not_essential(container)) continue;
    const auto name = member_of(container, "name").literal();
    report
        .add(task.resource.value.stretch(suffix.begin, suffix.end),
             fmt::format("the state fails if the container {} exits with another code than 0, though it is "
                         "not essential; make it exit with 0, or answer with `.waitForTaskToken`",
                         name ? fmt::format("`{}`", *name) : std::string("next to the essential ones")))
        .note("not essential", member_of(container, "essential").place());
    return;
  }
}

constexpr std::string_view with_router =
    R"json({"taskDefinition": {"family": "web", "revision": 7, "status": "ACTIVE",
 "containerDefinitions": [{"name": "app", "essential": true}, {"name": "log_router", "essential": false}]}})json";

constexpr Example examples[] = {
    {.title = "a log router",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.sync»",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .task_definition = with_router},
    {.title = "as CloudFormation has it, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask«.sync»",
 "Arguments": {"TaskDefinition": "${Definition}"}, "End": true})json",
     .task_definition =
         R"json({"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web", "ContainerDefinitions":
 [{"Name": "app"}, {"Name": "router", "Essential": "false"}]}})json"},
    {.title = "the container answers itself",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "HeartbeatSeconds": 60,
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json",
     .task_definition = with_router},
    {.title = "all are essential, as they are unless the definition says otherwise",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .task_definition =
         R"json({"family": "web", "revision": 7, "containerDefinitions": [{"name": "app", "essential": true}, {"name": "log"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/sidecar-with-sync",
    .severity = Severity::warning,
    .summary = "`.sync` with a container that is not essential, whose exit code counts all the same",
    .why =
        "The state fails when it runs, as soon as any container of the stopped task has another exit code "
        "than "
        "0: a log router that ECS stops with the task ends with 137, and the state fails with "
        "`States.TaskFailed` although the work was done. Known where the task definition is given with "
        "`--task-definition`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::task_definition},
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::sidecar_with_sync
