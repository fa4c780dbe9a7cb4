// A speaking example is too long to print; see history_estimate_test.cpp.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::flow::history_estimate {

namespace {

constexpr size_t most_events = 25'000, events_of_a_state = 5;

void check(const asl::State& state, Report& report) {
  if (state.inner.size() != 1) return;
  const asl::Scope& processor = *state.inner.front();
  const Value items = state["Items"];
  if (!items.is_array() || processor.distributed() || processor.express()) return;
  const size_t events = items.child_count() * processor.states.size() * events_of_a_state;
  if (events > most_events)
    report.add(items.key(),
               fmt::format("this causes about {} events for {} items, but the history of an execution is "
                           "limited to {}; in `DISTRIBUTED` mode each item has its own history",
                           events, items.child_count(), most_events));
}

constexpr Example examples[] = {
    {"few items",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": [1, 2, 3], "End": true,
         "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/history-estimate",
    .severity = Severity::info,
    .summary = "an inline Map with more items than the history of an execution can record",
    .why =
        "The history of a Standard execution is limited to 25,000 events, and every state that runs adds "
        "about five. An execution that exceeds the limit fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .about = {.states = asl::StateType::map},
    .state = check,
};

}  // namespace sfn::rules::flow::history_estimate
