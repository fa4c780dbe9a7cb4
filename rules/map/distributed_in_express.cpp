#include "lint/asl/constructs.h"
#include "lint/asl/surroundings.h"
#include "lint/rule.h"

namespace sfn::rules::map::distributed_in_express {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value mode = construct.value["Mode"];
  if (mode.literal() != "DISTRIBUTED") return;
  // The scope of the Map, not that of the child executions which this very object describes.
  const asl::Scope* around = construct.scope->parent();
  if (around && around->express())
    report.add(mode.place(), "an Express workflow cannot run a Map state in mode `DISTRIBUTED`");
}

constexpr Example examples[] = {
    {.title = "in an Express workflow",
     .text = R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": «"DISTRIBUTED"», "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     .type = "express"},
    {"inside child executions that are Express",
     R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                                      "StartAt": "In", "States": {"In": {"Type": "Map", "End": true, "ItemProcessor": {
            "ProcessorConfig": {"Mode": «"DISTRIBUTED"», "ExecutionType": "EXPRESS"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}})"},
    {.title = "in a Standard workflow",
     .text = R"({"Type": "Map", "End": true, "ItemsPath": "$.a",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     .type = "standard"},
};

}  // namespace

extern const Rule rule{
    .id = "map/distributed-in-express",
    .severity = Severity::error,
    .summary = "a distributed Map in an Express workflow",
    .why =
        "Only Standard workflows support Map states in mode DISTRIBUTED. In an Express workflow, or in the "
        "Express children of another Map, Step Functions refuses the definition when it is deployed. Use "
        "mode INLINE there.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html",
    .examples = examples,
    .helped_by = &asl::given::machine_type,
    .about = {.constructs = asl::ConstructKind::processor_config},
    .construct = check,
};

}  // namespace sfn::rules::map::distributed_in_express
