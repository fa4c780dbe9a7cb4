#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::clienttoken_referenceid {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const asl::Parameter token = task.get("ClientToken"), reference = task.get("ReferenceId");
  if (token.literal().literal())
    report
        .add(token.value.place(),
             "every execution sends the same `ClientToken`, so only the first one starts a task")
        .offer_unsafe("remove `ClientToken`", remove(token.value));
  if (reference)
    report.add(reference.key(), "`ReferenceId` is reserved for ECS itself; remove it")
        .offer_unsafe("remove `ReferenceId`", remove(reference.value));
}

constexpr Example examples[] = {
    {"a literal token",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "ClientToken": «"nightly"»}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"a reference, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", «"ReferenceId"»: "x"}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "End": true})json"},
    {"a token that is new each time",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "ClientToken.$": "States.UUID()"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/clienttoken-referenceid",
    .severity = Severity::warning,
    .summary = "a fixed `ClientToken`, or a `ReferenceId`",
    .why =
        "ECS starts only one task for a client token: a second execution, or a retry, that sends the same "
        "literal token gets the first task or `ECS.ConflictException`. `ReferenceId` is not intended for "
        "customers.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::clienttoken_referenceid
