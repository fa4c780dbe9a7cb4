// Catalogue ECS869. A warning, as the text is accepted: AWS's own validator warns of a missing `.$`.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/ecs/shared/expression_text.h"
#include "rules/ecs/shared/token.h"

namespace sfn::rules::ecs::environment_value_unresolved {

namespace {

void check_value(Value value, Report& report) {
  const auto text = value.literal();
  if (!text || find_token(*text)) return;  // ecs/token-literal and ecs/token-inside-string speak of the token
  if (asl::is_jsonata(value)) {
    report.add(value.place(),
               "a JSONata expression in a JSONPath state reaches the container as text; give the "
               "state `\"QueryLanguage\": \"JSONata\"`");
    return;
  }
  if (!looks_like_path(*text)) return;
  const std::string key(value.name());
  report
      .add(value.place(),
           fmt::format("`{}` reaches the container as text; to send what it names, the key must be "
                       "`{}.$`",
                       *text, key))
      .mend_unsafe(fmt::format("rename to `{}.$`", key), rename_key(value, key + ".$"));
}

void check(const asl::State& state, Report& report) {
  const auto task = run_task(state);
  if (!task || task->jsonata()) return;
  for (Value container : task->containers())
    for (Value item : task->items(container, "Environment"))
      if (const Value value = task->literal(item, "Value")) check_value(value, report);
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
    .summary = "an environment variable whose value is the text of a path",
    .why =
        "Without the suffix `.$` the text itself goes to the container: the program reads `$.id` where it "
        "expects an id. Step Functions accepts the definition and says nothing.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::ecs::environment_value_unresolved
