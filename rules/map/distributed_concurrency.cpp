#include <fmt/core.h>

#include <string>

#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::distributed_concurrency {

namespace {

constexpr int64_t limit = 10'000;

void check(const asl::State& state, Report& report) {
  if (mode(state) != Mode::distributed) return;
  const Value value = state["MaxConcurrency"];
  const auto most = value.integer();
  if (most && *most > limit)
    report.add(value.place(),
               fmt::format("a Map runs at most {} child executions at a time, not {}", limit, *most));
}

constexpr Example examples[] = {
    {"more than the quota",
     R"({"Type": "Map", "End": true, "MaxConcurrency": «20000»,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"within it",
     R"({"Type": "Map", "End": true, "MaxConcurrency": 10000,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/distributed-concurrency",
    .severity = Severity::warning,
    .summary = "a distributed Map whose `MaxConcurrency` is above 10,000",
    .why =
        "A distributed Map runs at most 10,000 child executions at a time, so it never reaches a higher "
        "number.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .about = {.states = asl::StateType::map},
    .state = check,
};

}  // namespace sfn::rules::map::distributed_concurrency
