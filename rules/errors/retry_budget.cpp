#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/surroundings.h"
#include "lint/rule.h"
#include "rules/errors/shared/budget.h"

namespace sfn::rules::errors::retry_budget {

namespace {

constexpr double day = 86'400, year = 31'536'000, express = 300;

// The limit that the waits exceed, as a message says it; empty if there is none.
std::string exceeded(const asl::Construct& construct, double waits) {
  const auto timeout = construct.scope->machine->root()["TimeoutSeconds"].integer();
  if (timeout && *timeout > 0 && waits > static_cast<double>(*timeout))
    return fmt::format("longer than `TimeoutSeconds` of the state machine ({})", *timeout);
  if (construct.scope->express() && waits > express)
    return "longer than the 5 minutes of an Express workflow";
  if (waits > year) return "longer than the year that an execution can last";
  if (waits > day && !construct.value.has("MaxDelaySeconds"))
    return "and no `MaxDelaySeconds` caps the delay";
  return {};
}

Place place_of(Value retrier) {
  for (const std::string_view name : {"MaxAttempts", "BackoffRate", "IntervalSeconds"})
    if (const Value field = retrier[name]) return field.place();
  return retrier.label();
}

void check(const asl::Construct& construct, Report& report) {
  const auto waits = waiting_seconds(construct.value);
  if (!waits) return;
  if (const std::string limit = exceeded(construct, *waits); !limit.empty())
    report.add(place_of(construct.value),
               fmt::format("the retries wait {} in total, {}", duration(*waits), limit));
}

constexpr Example examples[] = {
    {"thirty attempts, each three times as late",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": «30», "BackoffRate": 3}]})"},
    {"longer than the machine may run",
     R"({"TimeoutSeconds": 60, "StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 30, "MaxAttempts": «3»}]}}})"},
    {"a delay with a cap",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 30, "BackoffRate": 3, "MaxDelaySeconds": 300}]})"},
    {.title = "more than five minutes in an Express workflow",
     .text = R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 60, "MaxAttempts": «5»}]})",
     .type = "express"},
};

constexpr std::string_view yields_to[] = {"structure/field-type", "structure/field-value"};

}  // namespace

extern const Rule rule{
    .id = "errors/retry-budget",
    .severity = Severity::warning,
    .summary = "a retrier that waits longer than the execution can last",
    .why =
        "Each delay is `BackoffRate` times the previous one, so a few more attempts turn hours into "
        "months: with the default rate of 2, twenty attempts wait twelve days. An execution ends after a "
        "year (Express: five minutes) or after its `TimeoutSeconds`, and seems to hang until then. "
        "`MaxDelaySeconds` caps each delay.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .yields_to = yields_to,
    .helped_by = &asl::given::machine_type,
    .about = {.constructs = asl::ConstructKind::retrier},
    .construct = check,
};

}  // namespace sfn::rules::errors::retry_budget
