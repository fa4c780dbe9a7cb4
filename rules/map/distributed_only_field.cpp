// A warning: no answer of AWS to it is recorded.
#include <fmt/core.h>

#include <string>

#include "lint/asl/fields.h"
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::distributed_only_field {

namespace {

void check(const asl::State& state, Report& report) {
  if (mode(state) != Mode::inlined) return;
  for (Value member : state.value) {
    const asl::Field* field = asl::find_field(asl::ConstructKind::map, member.name());
    if (field && field->mode == asl::MapMode::distributed)
      report.add(member.key(),
                 fmt::format("`{}` needs mode `DISTRIBUTED`, but this Map is inline", field->name));
  }
}

constexpr Example examples[] = {
    {"a reader in an inline Map",
     R"({"Type": "Map", "End": true, «"ItemReader"»: {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b"}},
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a distributed Map",
     R"({"Type": "Map", "End": true, "Label": "each",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a field of both modes",
     R"({"Type": "Map", "End": true, "MaxConcurrency": 5,
          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/distributed-only-field",
    .severity = Severity::warning,
    .summary = "an inline Map with a field of distributed mode",
    .why =
        "`ItemReader`, `ItemBatcher`, `ResultWriter`, `Label` and the tolerated failures belong to Map "
        "states whose `ProcessorConfig` says `\"Mode\": \"DISTRIBUTED\"`. The default mode, inline, "
        "supports none of them: items are not read from S3 and not batched, and the first failure fails "
        "the state.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .about = {.states = asl::StateType::map},
    .state = check,
};

}  // namespace sfn::rules::map::distributed_only_field
