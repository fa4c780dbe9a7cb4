#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::heartbeat_not_smaller {

namespace {

void check(const asl::State& state, Report& report) {
  const Value heartbeat = state["HeartbeatSeconds"], timeout = state["TimeoutSeconds"];
  if (!heartbeat.integer() || !timeout.integer() || *heartbeat.integer() < *timeout.integer()) return;
  report
      .add(heartbeat.place(),
           fmt::format("`HeartbeatSeconds` must be smaller than `TimeoutSeconds`, which is {}",
                       *timeout.integer()))
      .note("`TimeoutSeconds` is here", timeout.place());
}

constexpr Example examples[] = {
    {"equal times",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "TimeoutSeconds": 60, "HeartbeatSeconds": «60»})"},
    {"a shorter heartbeat",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "TimeoutSeconds": 60, "HeartbeatSeconds": 20})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/heartbeat-not-smaller",
    .severity = Severity::error,
    .summary = "a heartbeat that is not shorter than the timeout",
    .why =
        "Step Functions refuses the definition when it is deployed: the task would time out before it "
        "could miss its first heartbeat.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::structure::heartbeat_not_smaller
