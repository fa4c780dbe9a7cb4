#include "lint/asl/handlers.h"
#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::practice::lambda_transient_retry {

namespace {

using asl::handlers;
using asl::may_handle;

constexpr std::string_view retry = R"([{"ErrorEquals": ["Lambda.ClientExecutionTimeoutException", )"
                                   R"("Lambda.ServiceException", "Lambda.AWSLambdaException", )"
                                   R"("Lambda.SdkClientException", "Lambda.TooManyRequestsException"], )"
                                   R"("IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2}])";

bool retries(const std::vector<asl::Handler>& retriers, std::string_view name) {
  return asl::may_handle(retriers, name) || asl::may_handle(retriers, "States.TaskFailed") ||
         asl::may_handle(retriers, "States.ALL");
}

void check(const asl::State& state, Report& report) {
  if (!asl::resource(state).is_integration("lambda", "invoke") || state.value.open()) return;
  const Value list = state["Retry"];
  if (list.is_opaque()) return;
  const auto retriers = asl::handlers(list);
  if (retries(retriers, "Lambda.ServiceException") && retries(retriers, "Lambda.SdkClientException")) return;
  Diagnostic& found = report.add(list ? list.key() : state.value.label(),
                                 "transient errors of Lambda are not retried, such as "
                                 "`Lambda.ServiceException` and `Lambda.SdkClientException`");
  if (!list)
    found.offer_unsafe("retry these errors", insert_member(state.value, "Retry", std::string(retry)));
}

constexpr Example examples[] = {
    {"no retry",
     R"({"StartAt": "A", "States": {
           «"A"»: {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}})",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Retry": [{"ErrorEquals": ["Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"], "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2}]}}})"},
    {"a retry of other errors",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                 «"Retry"»: [{"ErrorEquals": ["OrderNotReady"]}]}}})"},
    {"a retry of all",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                 "Retry": [{"ErrorEquals": ["States.ALL"]}]}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/lambda-transient-retry",
    .severity = Severity::info,
    .summary = "a call of Lambda that does not retry transient errors",
    .why =
        "Lambda sometimes answers a call with a transient error of its own. Step Functions repeats the "
        "call only if `Retry` names these errors; AWS's best practices recommend it for every function.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::practice::lambda_transient_retry
