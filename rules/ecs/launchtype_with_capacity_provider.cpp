#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::launchtype_with_capacity_provider {

using namespace schemas::ecs;

namespace {

// An expression may come to nothing or null. So may a placeholder, unless it is in quotes: then some text is
// sent, which in JSONata may be an expression.
bool is_sent(const RunTask& task, const asl::Parameter& parameter) {
  if (!parameter || parameter.dynamic || parameter.value.is_null()) return false;
  if (!parameter.value.is_opaque()) return true;
  return parameter.value.templated() && parameter.name == "LaunchType" && !task.jsonata();
}

void check(const RunTask& task, Report& report) {
  const asl::Parameter type = task.get("LaunchType"), strategy = task.get("CapacityProviderStrategy");
  if (!is_sent(task, type) || !is_sent(task, strategy)) return;
  if (strategy.literal().is_array() && strategy.value.child_count() == 0) return;
  report
      .add(type.key(),
           "`LaunchType` cannot be combined with `CapacityProviderStrategy`; remove one of "
           "them")
      .note("the strategy is here", strategy.key())
      .offer_unsafe("remove `LaunchType`", remove(type.value));
}

constexpr Example examples[] = {
    {"both",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {«"LaunchType"»: "EC2", "CapacityProviderStrategy": [{"CapacityProvider": "own", "Weight": 1}],
  "TaskDefinition": "web:7"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"CapacityProviderStrategy": [{"CapacityProvider": "own", "Weight": 1}],
  "TaskDefinition": "web:7"}, "End": true})"},
    {"a launch type that the template fills in",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {«"LaunchType"»: "${LaunchType}", "CapacityProviderStrategy": [{"CapacityProvider": "own", "Weight": 1}],
  "TaskDefinition": "web:7"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"CapacityProviderStrategy": [{"CapacityProvider": "own", "Weight": 1}],
  "TaskDefinition": "web:7"}, "End": true})"},
    {"a strategy that a placeholder may leave out, and a launch type that may be null",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"LaunchType.$": "$.type", "CapacityProviderStrategy": "${Strategy}", "TaskDefinition": "web:7"},
 "End": true})"},
    {"only a strategy, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"CapacityProviderStrategy": [{"CapacityProvider": "own", "Weight": 1}],
  "TaskDefinition": "web:7"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/launchtype-with-capacity-provider",
    .severity = Severity::error,
    .summary = "both a launch type and a capacity provider strategy",
    .why =
        "ECS refuses a task that has both, and the state fails when it runs: "
        "`ECS.InvalidParameterException: Specifying both a launch type and capacity provider strategy is "
        "not supported. Remove one and try again`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::launchtype_with_capacity_provider
