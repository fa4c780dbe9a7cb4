// A callback from another account.
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::cross_account_callback {

namespace {

void check(const asl::State& state, Report& report) {
  const Value credentials = state["Credentials"];
  if (credentials && asl::resource(state).calls_back())
    report.add(
        credentials.key(),
        "the task runs in the account of this role, but its token must be returned with credentials of "
        "the account of the state machine");
}

constexpr Example examples[] = {
    {"a queue of another account",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
 «"Credentials"»: {"RoleArn": "arn:aws:iam::111122223333:role/worker"},
 "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true})"},
    {"no token to return",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Credentials": {"RoleArn": "arn:aws:iam::111122223333:role/worker"},
 "Parameters": {"QueueUrl": "q", "MessageBody": "x"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/cross-account-callback",
    .severity = Severity::info,
    .summary = "a task in another account is to return a token",
    .why =
        "A task token belongs to the account of the state machine: `SendTaskSuccess` with credentials of "
        "another account fails, and the state waits until it times out. Let the worker assume a role of the "
        "state machine's account.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::cross_account_callback
