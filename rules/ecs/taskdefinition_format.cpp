#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::taskdefinition_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check_family(Value value, std::string_view text, Report& report) {
  const size_t colon = text.find(':');
  const std::string_view family = text.substr(0, colon);
  if (!is_ecs_name(family)) {
    report.add(value.place(),
               fmt::format("`{}` does not name a task definition; use `family`, `family:revision` or an "
                           "ARN{}",
                           text, text.find('/') == text.npos ? "" : ", not an image or a path"));
    return;
  }
  if (colon == text.npos || is_digits(text.substr(colon + 1))) return;
  Diagnostic& found =
      report.add(value.stretch(colon, text.size()),
                 fmt::format("`{}` is not a revision; use a number, or leave it out to run the newest "
                             "active revision",
                             text.substr(colon + 1)));
  if (text.substr(colon) == ":latest")
    found.offer_unsafe("remove `:latest`", replace_text(value.stretch(colon, text.size()), ""));
}

// Whatever the template fills in before it.
void check_tag(Value value, Report& report) {
  const std::string_view text = value.text(), tag = ":latest";
  if (!text.ends_with(tag)) return;
  const size_t colon = text.size() - tag.size();
  report.add(value.stretch(colon, text.size()),
             "`latest` is not a revision; use a number, or leave it out to run the newest active revision");
}

void check_arn(Value value, std::string_view text, Report& report) {
  const auto arn = read_arn(text);
  if (arn && arn->service == "ecs" && arn->resource.starts_with("task-definition/")) return;
  report.add(value.place(),
             "this ARN does not name a task definition; write "
             "`arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:REVISION`");
}

void check(const RunTask& task, Report& report) {
  const Value value = task.literal("TaskDefinition");
  if (value.is_string() && value.templated()) return check_tag(value, report);
  const auto text = value.literal();
  if (!text || asl::may_hold_blank(*text) || text->empty()) return;
  if (text->starts_with("arn:")) check_arn(value, *text, report);
  else check_family(value, *text, report);
}

constexpr Example examples[] = {
    {"a tag as images have it",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web«:latest»"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})json"},
    {"a tag after a placeholder",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "${Family}«:latest»"}, "End": true})json"},
    {"an image",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": «"123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:7"»}, "End": true})json"},
    {"the ARN of something else, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": «"arn:aws:ecs:eu-west-1:123456789012:service/web"»}, "End": true})json"},
    {"a family, a revision, an ARN",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"}, "End": true})json"},
    {"a blank to fill in",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "<task definition>"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/taskdefinition-format",
    .severity = Severity::error,
    .summary = "a `TaskDefinition` that cannot name a task definition",
    .why =
        "ECS finds a task definition by its family, by `family:revision`, or by its ARN. With anything "
        "else the state fails when it runs: `ECS.InvalidParameterException` or `ECS.ClientException: "
        "Unable to describe task definition`. There is no tag `latest`: without a revision, ECS runs the "
        "newest active one.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::taskdefinition_format
