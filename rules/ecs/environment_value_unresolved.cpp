// A warning, as the text is accepted: AWS's own validator warns of a missing `.$`.
#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/recognise.h"
#include "lint/asl/task_token.h"
#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_value_unresolved {

using namespace schemas::ecs;

namespace {

// `$.${name}`: whatever the template fills in, the text is that of a path.
std::optional<std::string_view> known_text(Value value) {
  if (value.is_string() && value.templated() && value.text().starts_with("$.${")) return value.text();
  return value.literal();
}

void check_value(Value value, Report& report) {
  const auto text = known_text(value);
  if (!text || asl::find_token(*text))
    return;  // ecs/token-literal and ecs/token-inside-string speak of the token
  if (asl::is_jsonata(value)) {
    report.add(value.place(),
               "this JSONata expression reaches the container as text, because the state uses JSONPath; "
               "give the state `\"QueryLanguage\": \"JSONata\"`");
    return;
  }
  if (!asl::looks_evaluated(*text) && !value.templated()) return;
  const std::string key(value.name());
  report
      .add(value.place(),
           fmt::format("`{}` reaches the container as text; use the key `{}.$` to send the value that it "
                       "selects",
                       *text, key))
      .offer(fmt::format("rename to `{}.$`", key), asl::is_never_data(*text) ? Safety::safe : Safety::unsafe,
             {rename_key(value, key + ".$")});
}

void check(const RunTask& task, Report& report) {
  if (task.jsonata()) return;
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment"))
      if (const Value value = task.literal(item, "Value")) check_value(value, report);
}

constexpr std::string_view yields_to[] = {"service/callback-token-missing"};

constexpr Example examples[] = {
    {"a path under a key without `.$`",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ID", "Value": «"$.id"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ID", "Value.$": "$.id"}]}]}}, "End": true})"},
    {"a path whose name the template fills in",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ID", "Value": «"$.${key}"»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ID", "Value.$": "$.${key}"}]}]}}, "End": true})"},
    {"JSONata in a JSONPath state",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "ID", "Value": «"{% $states.input.id %}"»}]}]}}, "End": true})"},
    {"a price, and a resolved path",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "PRICE", "Value": "$5"}, {"Name": "ID", "Value.$": "$.id"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-value-unresolved",
    .severity = Severity::warning,
    .summary = "a path in an environment variable that is sent as text",
    .why =
        "Without the suffix `.$` the text itself reaches the container: the program reads `$.id` where it "
        "expects an ID. Step Functions accepts the definition without a warning.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_value_unresolved
