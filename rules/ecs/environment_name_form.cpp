// The empty name: ecs/environment-item.
#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::environment_name_form {

using namespace schemas;
using namespace schemas::ecs;

namespace {

void check(const RunTask& task, Report& report) {
  for (Value container : task.containers())
    for (Value item : task.items(container, "Environment")) {
      const Value name = task.literal(item, "Name");
      const auto text = name.literal();
      if (!text || text->empty() || asl::may_hold_blank(*text)) continue;
      if (const size_t wrong = text->find_first_of("= \t\n"); wrong != text->npos)
        report.add(name.stretch(wrong, wrong + 1),
                   fmt::format("`{}` is not a valid variable name; use letters, digits and `_`", *text));
      else if (text->front() >= '0' && text->front() <= '9')
        report.add(name.place(), fmt::format("`{}` begins with a digit, so shells cannot read it", *text));
    }
}

constexpr Example examples[] = {
    {"a blank",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "MY« »VAR", "Value": "1"}]}]}}, "End": true})json"},
    {"a digit in front, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": «"1ST"», "Value": "1"}]}]}}, "End": true})json"},
    {"a name",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "MY_VAR", "Value": "1"}]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/environment-name-form",
    .severity = Severity::warning,
    .summary = "an environment variable whose name programs cannot read",
    .why =
        "A name that contains `=` sets a different variable, and shells cannot read names that contain "
        "blanks or begin with a digit.",
    .see = "https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::environment_name_form
