#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::map::express_child_pattern {

namespace {

// The processor whose child executions the state runs in, if it is distributed; null outside of one.
const asl::Scope* child_execution(const asl::State& state) {
  const asl::Scope* scope = state.scope;
  while (scope && !scope->distributed()) scope = scope->parent();
  return scope;
}

void check(const asl::State& state, Report& report) {
  const asl::Scope* child = child_execution(state);
  if (!child || !child->express()) return;
  const asl::Resource& resource = asl::resource(state);
  const bool activity = resource.kind == asl::ResourceKind::activity;
  if (!activity && !resource.waits() && !resource.calls_back()) return;
  const Span at = resource.where(activity ? resource.text : resource.suffix);
  const Value type = child->value["ProcessorConfig"]["ExecutionType"];
  report
      .add(resource.value.stretch(at.begin, at.end),
           fmt::format("an Express workflow does not support {}, and this Map runs its items as Express "
                       "workflows",
                       activity ? std::string("an activity") : fmt::format("`{}`", resource.suffix)))
      .note("the type is set here", type.place())
      .offer("run the items as Standard workflows", set_value(type, R"("STANDARD")"));
}

constexpr Example examples[] = {
    {"a fan-out of ECS tasks",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                                      "StartAt": "R", "States": {"R": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::ecs:runTask«.sync»", "Parameters": {"TaskDefinition": "t"}}}}})",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "R", "States": {"R": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "t"}}}}})"},
    {"without waiting",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                                      "StartAt": "R", "States": {"R": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "t"}}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/express-child-pattern",
    .severity = Severity::error,
    .summary = "a waiting task in a Map that runs its items as Express workflows",
    .why =
        "Express workflows call services only in the request-response pattern: `.sync`, "
        "`.waitForTaskToken` and activities are not supported. Child executions with `\"ExecutionType\": "
        "\"EXPRESS\"` are Express workflows too. Step Functions refuses the definition when it is "
        "deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::map::express_child_pattern
