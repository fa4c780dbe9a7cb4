// The required parameters of http:invoke are in the tables.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::http_timeout {

namespace {

constexpr int64_t longest = 60;  // seconds, Developer Guide: service-quotas, HTTP Task

void check(const asl::State& state, Report& report) {
  if (!asl::resource(state).is_integration("http", "invoke")) return;
  const Value timeout = state["TimeoutSeconds"];
  const auto seconds = timeout.integer();
  if (seconds && *seconds > longest)
    report.add(timeout.place(),
               fmt::format("an HTTP task ends after {} seconds, so `TimeoutSeconds` of {} has no effect",
                           longest, *seconds));
}

constexpr Example examples[] = {
    {"a limit above that of the service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": «300», "End": true})"},
    {"a limit that acts",
     R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 30, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/http-timeout",
    .severity = Severity::warning,
    .summary = "a timeout that an HTTP task can never reach",
    .why =
        "Step Functions ends an HTTP call after 60 seconds, with `States.Http.Socket`, whatever the state "
        "says.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::http_timeout
