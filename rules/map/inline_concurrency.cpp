#include <fmt/core.h>

#include <string>

#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::inline_concurrency {

namespace {

void check(const asl::State& state, Report& report) {
  if (mode(state) != Mode::inlined) return;
  const Value value = state["MaxConcurrency"];
  const auto most = value.integer();
  if (most && *most > 40)
    report.add(value.place(), fmt::format("an inline Map runs about 40 items at a time, not {}", *most));
}

constexpr Example examples[] = {
    {"more than inline mode can do",
     R"({"Type": "Map", "End": true, "MaxConcurrency": «500»,
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"within it",
     R"({"Type": "Map", "End": true, "MaxConcurrency": 40,
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"distributed",
     R"({"Type": "Map", "End": true, "MaxConcurrency": 500,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/inline-concurrency",
    .severity = Severity::info,
    .summary = "an inline Map whose `MaxConcurrency` is above 40",
    .why =
        "An inline Map processes about 40 items at a time, whatever `MaxConcurrency` says. Mode "
        "DISTRIBUTED runs up to 10,000.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .about = {.states = asl::StateType::map},
    .state = check,
};

}  // namespace sfn::rules::map::inline_concurrency
