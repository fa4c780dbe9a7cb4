#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::clienttoken_format {

using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("ClientToken");
  const auto text = value.literal();
  if (!text) return;
  if (text->size() > 64)
    report.add(value.place(),
               fmt::format("this client token has {} characters; at most 64 are allowed", text->size()));
  for (const char c : *text)
    if (c < '!' || c > '~') {
      report.add(value.place(),
                 "this client token contains a blank or a character outside the range `!` to `~`");
      return;
    }
}

constexpr Example examples[] = {
    {"a blank in it",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "ClientToken": «"my token"»}, "End": true})json"},
    {"too long, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "ClientToken": «"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"»}, "End": true})json"},
    {"a token",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "ClientToken.$": "$$.Execution.Name"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/clienttoken-format",
    .severity = Severity::error,
    .summary = "a client token that ECS refuses",
    .why =
        "A client token has at most 64 characters, each in the range `!` to `~`. ECS refuses others with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::clienttoken_format
