#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::map::execution_type_inline {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value mode = construct.value["Mode"], type = construct.value["ExecutionType"];
  if (!type || type.is_opaque() || construct.value.open()) return;
  if (mode && mode.literal() != "INLINE") return;
  report
      .add(type.key(),
           "`ExecutionType` is not supported in an inline Map; remove it, or set `Mode` to `DISTRIBUTED`")
      .offer_unsafe("remove `ExecutionType`", remove(type));
}

constexpr Example examples[] = {
    {"a type for executions that are never started",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE", «"ExecutionType"»: "EXPRESS"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"distributed mode",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/execution-type-inline",
    .severity = Severity::error,
    .summary = "an inline Map with an `ExecutionType`",
    .why =
        "Step Functions refuses the definition when it is deployed (`Field 'ExecutionType' is not "
        "supported`). An inline Map runs its items inside the execution itself; the field belongs to mode "
        "DISTRIBUTED; without that mode there are no child executions, none of their own history, and "
        "no more than 40 items at a time.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::processor_config},
    .construct = check,
};

}  // namespace sfn::rules::map::execution_type_inline
