// Beside ItemSelector it is an error of family structure.
#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::map::parameters_deprecated {

namespace {

void check(const asl::State& state, Report& report) {
  const Value old = state["Parameters"];
  if (!state.is(asl::StateType::map) || state.jsonata() || !old || state.value.has("ItemSelector")) return;
  report.add(old.key(), "`Parameters` of a Map state is the deprecated name of `ItemSelector`")
      .offer("rename to `ItemSelector`", rename_key(old, "ItemSelector"));
}

constexpr Example examples[] = {
    {"the old name",
     R"({"Type": "Map", "End": true, «"Parameters"»: {"i.$": "$$.Map.Item.Value"},
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemSelector": {"i.$": "$$.Map.Item.Value"},
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"the new one",
     R"({"Type": "Map", "End": true, "ItemSelector": {"i.$": "$$.Map.Item.Value"},
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/parameters-deprecated",
    .severity = Severity::info,
    .summary = "a Map state with `Parameters`",
    .why =
        "In a Map state `Parameters` is the deprecated name of `ItemSelector`: it shapes each item, "
        "not the input of the state as it does elsewhere.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::map::parameters_deprecated
