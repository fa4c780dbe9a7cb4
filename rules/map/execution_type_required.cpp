#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::map::execution_type_required {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  const Value mode = construct.value["Mode"];
  if (mode.literal() == "DISTRIBUTED" && !construct.value.has("ExecutionType"))
    report.add(mode.place(), "mode `DISTRIBUTED` needs an `ExecutionType`, either `STANDARD` or `EXPRESS`");
}

constexpr Example examples[] = {
    {"no type for the child executions",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": «"DISTRIBUTED"»},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a type",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"inline mode has no child executions",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/execution-type-required",
    .severity = Severity::error,
    .summary = "a distributed Map that does not set the type of its child executions",
    .why =
        "A Map state in mode DISTRIBUTED runs its items as child executions, and its `ProcessorConfig` "
        "must say whether they are Standard or Express workflows. Otherwise Step Functions refuses the "
        "definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::processor_config},
    .construct = check,
};

}  // namespace sfn::rules::map::execution_type_required
