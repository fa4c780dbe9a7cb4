#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::count_with_step_functions {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter count = task.get("Count");
  if (!count || count.literal().integer().value_or(0) > 10) return;  // ecs/count-too-high
  Diagnostic& found = report.add(count.key(),
                                 "`Count` does not belong in `ecs:runTask`; a state starts and follows one "
                                 "task, so use a `Map` state to start several");
  if (count.literal().integer() == 1) found.offer("remove `Count`", remove(count.value));
}

constexpr Example examples[] = {
    {"three tasks",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", «"Count"»: 3}, "End": true})json"},
    {"one, which is the default; in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", «"Count"»: 1}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"the plain API",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Count": 3}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/count-with-step-functions",
    .severity = Severity::warning,
    .summary = "`Count` in a state that starts one task",
    .why =
        "`Count` was never a documented parameter of `ecs:runTask`. A `.sync` state waits for one task and "
        "returns one, and all tasks would share one callback token. Start several tasks from a `Map` "
        "state.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::count_with_step_functions
