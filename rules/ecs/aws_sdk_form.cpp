// `.sync`: service/sdk-sync.
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::aws_sdk_form {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  if (!task.sdk() || task.resource.waits() || task.resource.pattern == asl::Pattern::unknown) return;
  const size_t begin = task.resource.text.find("aws-sdk:");
  report
      .add(task.resource.value.stretch(begin, task.resource.text.size()),
           "this calls `aws-sdk:ecs:runTask`; the optimized `ecs:runTask` can wait for the task and fails "
           "on `Failures`")
      .offer_unsafe("use `ecs:runTask`", replace_text(task.resource.value.stretch(begin, begin + 8), ""));
}

constexpr Example examples[] = {
    {"the SDK",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::«aws-sdk:ecs:runTask»",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"the optimized integration, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/aws-sdk-form",
    .severity = Severity::warning,
    .summary = "an ECS task that is started through the AWS SDK integration",
    .why =
        "`aws-sdk:ecs:runTask` cannot wait for the task, never fails on `Failures`, and names its errors "
        "`Ecs.…Exception`. The optimized `ecs:runTask` can wait, fails when no task starts, and raises "
        "errors that start with `ECS.`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::aws_sdk_form
