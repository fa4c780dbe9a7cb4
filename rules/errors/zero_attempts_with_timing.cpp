#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::zero_attempts_with_timing {

namespace {

constexpr std::string_view timing[] = {"IntervalSeconds", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"};

void check(const asl::Construct& construct, Report& report) {
  if (construct.value["MaxAttempts"].integer() != 0) return;
  for (const std::string_view name : timing)
    if (const Value field = construct.value[name])
      report.add(field.key(), fmt::format("`{}` has no effect when `MaxAttempts` is 0", name))
          .offer(fmt::format("remove `{}`", name), remove(field));
}

constexpr Example examples[] = {
    {"a delay without an attempt",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 0, «"IntervalSeconds"»: 5}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 0}]})"},
    {"an error that is not to be retried",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 0}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/zero-attempts-with-timing",
    .severity = Severity::info,
    .summary = "a retrier that never retries but sets delays",
    .why = "With `\"MaxAttempts\": 0` the error is not retried, so delays and backoff are never used.",
    .see = "https://states-language.net/spec.html#retrying-after-error",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::retrier},
    .construct = check,
};

}  // namespace sfn::rules::errors::zero_attempts_with_timing
