// What service/parameter-case leaves, because AWS's own pages print it.
#include <fmt/core.h>

#include "rules/service/shared/spelling.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::batch_lower_case {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    const schemas::Member meant = owner.member_ignoring_case(parameter.name);
    if (!meant || !printed_so(parameter, call_)) return;
    offer_spelling(report_.add(parameter.key(), fmt::format("`{}` is spelled `{}` in Step Functions",
                                                            parameter.name, meant.name())),
                   parameter, meant.name(), call_);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"attempts as the Developer Guide prints them",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": {«"attempts"»: 5}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": {"Attempts": 5}}, "End": true})"},
    {"in PascalCase",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "Timeout": {"AttemptDurationSeconds": 60}}, "End": true})"},
    {"elsewhere the lower case is an error of service/parameter-case",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides": {"command": ["run"]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/batch-lower-case",
    .severity = Severity::warning,
    .summary = "a parameter inside `RetryStrategy` or `Timeout` of a Batch job begins in lower case",
    .why =
        "Step Functions takes parameters in PascalCase at every level, and other services' parameters in "
        "lower "
        "case make the state fail when it runs. Pages of AWS print these of Batch in lower case, so that it "
        "may be read; the PascalCase spelling certainly is.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = on_parameters<Check>,
};

}  // namespace sfn::rules::service::batch_lower_case
