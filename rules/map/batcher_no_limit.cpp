#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::batcher_no_limit {

namespace {

constexpr std::string_view limits[] = {"MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch",
                                       "MaxInputBytesPerBatchPath"};

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  for (const std::string_view name : limits)
    if (construct.value.has(name)) return;
  report.add(construct.value.label(),
             "this `ItemBatcher` has no limit; set `MaxItemsPerBatch` or `MaxInputBytesPerBatch`");
}

constexpr Example examples[] = {
    {"no limit",
     R"({"Type": "Map", "End": true, «"ItemBatcher"»: {"BatchInput": {"a": 1}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"nothing at all",
     R"({"Type": "Map", "End": true, «"ItemBatcher"»: {},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a limit",
     R"({"Type": "Map", "End": true, "ItemBatcher": {"MaxItemsPerBatch": 10},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/batcher-no-limit",
    .severity = Severity::warning,
    .summary = "an `ItemBatcher` that does not say how large a batch is",
    .why =
        "The Developer Guide asks for a number of items or of bytes, up to which items are gathered into a "
        "batch. An `ItemBatcher` with neither is deployed, but it does not say how large a batch becomes.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_batcher},
    .construct = check,
};

}  // namespace sfn::rules::map::batcher_no_limit
