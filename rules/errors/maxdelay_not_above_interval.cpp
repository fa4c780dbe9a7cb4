#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::maxdelay_not_above_interval {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value most = construct.value["MaxDelaySeconds"], first = construct.value["IntervalSeconds"];
  const auto limit = most.integer(), interval = first.integer();
  if (!limit || !interval || *limit < 1 || *limit > *interval) return;
  report.add(most.place(),
             fmt::format("`MaxDelaySeconds` ({}) is not greater than `IntervalSeconds` ({}), so the delay "
                         "never grows",
                         *limit, *interval));
}

constexpr Example examples[] = {
    {"the first delay is at the limit already",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 30, "MaxDelaySeconds": «30»}]})"},
    {"room to grow",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "MaxDelaySeconds": 60}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/maxdelay-not-above-interval",
    .severity = Severity::warning,
    .summary = "a `MaxDelaySeconds` that is not greater than `IntervalSeconds`",
    .why =
        "`MaxDelaySeconds` caps the delay that `BackoffRate` multiplies. If it is not greater than the "
        "first delay, there is no backoff, and all attempts follow at the same interval.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::retrier},
    .construct = check,
};

}  // namespace sfn::rules::errors::maxdelay_not_above_interval
