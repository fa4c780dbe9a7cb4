#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::nested_output_string {

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!resource.is_integration("states", "startExecution") || resource.pattern != asl::Pattern::sync) return;
  const Span suffix = resource.where(resource.suffix);
  const Place place = resource.value.stretch(suffix.begin, suffix.end);
  report
      .add(place,
           "with `.sync` the `Output` of the nested execution is a string; use `.sync:2` to get "
           "JSON")
      .offer_unsafe("use `.sync:2`", replace_text(place, ".sync:2"));
}

constexpr Example examples[] = {
    {"the older form",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution«.sync»",
 "Parameters": {"StateMachineArn": "m"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "m"}, "End": true})"},
    {"the newer form",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "m"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/nested-output-string",
    .severity = Severity::info,
    .summary = "a path into the `Output` of a nested execution, which is a string",
    .why = "With `startExecution.sync`, `$.Output` is JSON as text, so a path into it finds nothing.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::nested_output_string
