#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::startedby_reserved {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter started = task.get("StartedBy");
  if (started && task.resource.waits())
    report
        .add(started.key(),
             "`StartedBy` has no effect in a `.sync` task, because Step Functions sends "
             "`AWS Step Functions`")
        .offer_unsafe("remove `StartedBy`", remove(started.value));
}

constexpr Example examples[] = {
    {"with .sync",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", «"StartedBy"»: "nightly"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"from an expression, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", «"StartedBy"»: "{% $states.input.who %}"}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"without .sync",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "StartedBy": "nightly"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/startedby-reserved",
    .severity = Severity::warning,
    .summary = "`StartedBy` in a task where Step Functions sends its own",
    .why =
        "With `.sync`, Step Functions itself sends `StartedBy: AWS Step Functions`, so your value is lost. "
        "Use `Group` or tags to tell tasks apart.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::startedby_reserved
