#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::map::iterator_deprecated {

namespace {

void check(const asl::State& state, Report& report) {
  const Value old = state["Iterator"];
  if (!state.is(asl::StateType::map) || !old || state.value.has("ItemProcessor")) return;
  report.add(old.key(), "`Iterator` is the deprecated name of `ItemProcessor`")
      .offer("rename to `ItemProcessor`", rename_key(old, "ItemProcessor"));
}

constexpr Example examples[] = {
    {"the old name",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          «"Iterator"»: {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"the new one",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/iterator-deprecated",
    .severity = Severity::info,
    .summary = "a Map state with `Iterator`",
    .why =
        "`Iterator` still works but is deprecated, and only `ItemProcessor` is documented with a "
        "`ProcessorConfig`, which chooses between inline and distributed mode.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::map::iterator_deprecated
