#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::startedby_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("StartedBy");
  const auto text = value.literal();
  if (!text || task.resource.waits()) return;
  if (text->size() > 128)
    report.add(value.place(),
               fmt::format("this `StartedBy` has {} characters; at most 128 are allowed", text->size()));
  const size_t wrong = text->find_first_of(" \t!\"#&'()*+,;<=>?@[]^`{|}~");
  if (wrong != text->npos && !asl::may_hold_blank(*text))
    report.add(value.stretch(wrong, wrong + 1),
               "`StartedBy` cannot contain this character; use letters, digits, `-`, `/` and `_`");
}

constexpr Example examples[] = {
    {"a blank in it",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "StartedBy": "my« »job"}, "End": true})json"},
    {"too long, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "web:7", "StartedBy": «"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"»}, "End": true})json"},
    {"fine",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "StartedBy": "nightly/load_1"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/startedby-format",
    .severity = Severity::error,
    .summary = "a `StartedBy` that ECS refuses",
    .why =
        "ECS accepts up to 128 letters, digits, hyphens, slashes and underscores. It refuses anything "
        "else with `ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::startedby_format
