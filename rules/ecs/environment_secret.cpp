#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_secret {

using namespace schemas;
using namespace schemas::ecs;

namespace {

bool is_secret_name(std::string_view name) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (const std::string_view part :
       {"PASSWORD", "PASSWD", "SECRET", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY", "TOKEN"})
    if (upper.ends_with(part)) return true;
  return false;
}

// Not a path, an ARN or URL of where the secret is, a name of a token, a word of a sample, nor a number.
bool looks_secret(std::string_view text) {
  if (text.size() < 6 || is_digits(text) || asl::may_hold_blank(text)) return false;
  if (text.starts_with("arn:") || text.find('/') != text.npos || text.find(' ') != text.npos) return false;
  return text != "true" && text != "false" && text.find('.') == text.npos;
}

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment")) {
      const auto name = task.text(item, "Name");
      const Value value = task.literal(item, "Value");
      const auto text = value.literal();
      if (name && text && is_secret_name(*name) && looks_secret(*text))
        report.add(
            value.place(),
            fmt::format("the value of `{}` is a secret in plain text; move it to `secrets` in the task "
                        "definition",
                        *name));
    }
}

constexpr Example examples[] = {
    {"a password",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DB_PASSWORD", "Value": «"hunter2"»}]}]}}, "End": true})json"},
    {"a key, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "API_KEY", "Value": «"c0ffee1234"»}]}]}}, "End": true})json"},
    {"where the secret is, and the task token",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "DB_SECRET", "Value": "prod/db"}, {"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-secret",
    .severity = Severity::warning,
    .summary = "a secret in plain text",
    .why =
        "Anyone who can read the definition, the history of an execution or the output of `DescribeTasks` "
        "can read the value. Secrets belong in the task definition, which loads them from Secrets Manager "
        "or Parameter Store.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_secret
