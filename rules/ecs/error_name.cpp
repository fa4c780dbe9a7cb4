#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/handlers.h"
#include "lint/json/json_text.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "schemas/ecs/run_task.h"
#include "schemas/schemas.h"

namespace sfn::rules::ecs::error_name {

using namespace schemas::ecs;

namespace {

// Names that executions have shown beside the exceptions that the operation declares.
constexpr std::string_view seen[] = {"ECS.AmazonECSException", "ECS.SdkClientException",
                                     "ECS.ThrottlingException", "AmazonECS.Unknown"};

std::vector<std::string> known_names() {
  std::vector<std::string> names(std::begin(seen), std::end(seen));
  for (const std::string_view error : schemas::find("ecs", "runTask")->errors())
    names.push_back("ECS." + std::string(error));
  return names;
}

// Another exception may well exist; what has no such ending does not.
bool is_possible(std::string_view name) {
  return name.starts_with("ECS.") && name.ends_with("Exception") && name != "ECS.ServiceException";
}

void check_name(Value item, std::string_view name, Report& report) {
  if (!name.starts_with("ECS.") && !name.starts_with("AmazonECS.")) return;
  if (name.find('*') != name.npos) return;  // errors/wildcard-error-name
  const std::vector<std::string> known = known_names();
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  const std::vector<std::string_view> views(known.begin(), known.end());
  const auto near =
      name == "ECS.Unknown" || name.starts_with("AmazonECS.") ? std::optional(seen[3]) : nearest(name, views);
  if (!near && is_possible(name)) return;
  Diagnostic& found = report.add(
      item.place(), fmt::format("`ecs:runTask` does not raise `{}`{}", name, wording::did_you_mean(near)));
  if (near) found.offer_unsafe(fmt::format("write `{}`", *near), set_value(item, json::quote(*near)));
}

void check(const RunTask& task, Report& report) {
  if (task.resource.calls_back()) return;  // a program may answer with any name
  for (const asl::Handler& handler : asl::all_handlers(*task.state))
    for (Value item : handler.names)
      if (item.literal()) check_name(item, *item.literal(), report);
}

constexpr Example examples[] = {
    {"the prefix of the exceptions",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": [«"ECS.Unknown"»]}], "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": ["AmazonECS.Unknown"]}], "End": true})json"},
    {"no exception at all, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": [«"ECS.TaskFailed"»]}], "End": true})json"},
    {"errors that are raised",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "Retry": [{"ErrorEquals": ["AmazonECS.Unknown", "ECS.ServerException", "ECS.LimitExceededException"]}], "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/error-name",
    .severity = Severity::warning,
    .summary = "an error name that ECS tasks do not raise",
    .why =
        "A handler with a wrong name never runs. The optimized integration raises the API's exceptions "
        "with the prefix `ECS.`, `AmazonECS.Unknown` if the answer lists failures, and `States.TaskFailed` "
        "if a container fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_optimized_run_task<check>,
};

}  // namespace sfn::rules::ecs::error_name
