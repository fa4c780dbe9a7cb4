#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::mixed_partitions {

using namespace schemas;

namespace {

void check(const asl::Machine& machine, Report& report) {
  asl::Resource first;
  for (const asl::State& state : machine.states()) {
    const asl::Resource& resource = asl::resource(state);
    if (!is_partition(resource.partition)) continue;
    if (first.partition.empty()) first = resource;
    if (resource.partition == first.partition) continue;
    report
        .add(place_of(resource, resource.partition),
             fmt::format("partition `{}` differs from `{}`, which this definition also uses",
                         resource.partition, first.partition))
        .note("the other partition is here", place_of(first, first.partition));
    return;
  }
}

constexpr Example examples[] = {
    {"two partitions",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "B"},
           "B": {"Type": "Task", "Resource": "arn:«aws-cn»:states:::sns:publish", "End": true}}})"},
    {"one",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws-cn:states:::sns:publish", "Next": "B"},
           "B": {"Type": "Task", "Resource": "arn:aws-cn:states:::sns:publish", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/mixed-partitions",
    .severity = Severity::warning,
    .summary = "a definition that uses two partitions",
    .why =
        "A state machine belongs to one partition, and Step Functions cannot call services of another. One "
        "of the two ARNs was probably copied from elsewhere.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::service::mixed_partitions
