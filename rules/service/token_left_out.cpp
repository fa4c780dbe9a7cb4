// Recorded from AWS: JSONata drops what is undefined in
// an object and in `&`, and the state runs.
#include "rules/service/shared/absent_token.h"

namespace sfn::rules::service::token_left_out {

namespace {

void check(const asl::State& state, Report& report) {
  report_absent_token(state, AbsentToken::dropped,
                      "the task has no token, because its `Resource` does not end in `.waitForTaskToken`; "
                      "the expression is evaluated without it",
                      report);
}

constexpr Example examples[] = {
    {"in an object",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
 "Arguments": {"FunctionName": "f", "Payload": «"{% {'t': $states.context.Task.Token} %}"»}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Arguments": {"FunctionName": "f", "Payload": "{% {'t': $states.context.Task.Token} %}"}, "End": true})"},
    {"the whole expression: service/token-in-request-response",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
 "Arguments": {"FunctionName": "f", "Payload": {"t": "{% $states.context.Task.Token %}"}}, "End": true})"},
    {"a callback",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
 "Arguments": {"FunctionName": "f", "Payload": "{% {'t': $states.context.Task.Token} %}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/token-left-out",
    .severity = Severity::warning,
    .summary = "an expression that reads a missing task token and is evaluated without it",
    .why =
        "The context object has `Task.Token` only in tasks with `.waitForTaskToken`, and in some with "
        "`.sync`. JSONata omits the missing value from objects and strings, so nobody can call back.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::token_left_out
