// Catalogue SVC724 inside a longer JSONata expression. Recorded from AWS: JSONata drops what is undefined in
// an object and in `&`, and the state runs.
#include "rules/service/shared/absent_token.h"

namespace sfn::rules::service::token_left_out {

namespace {

void check(const asl::State& state, Report& report) {
  report_absent_token(state, AbsentToken::dropped,
                      "there is no task token without `.waitForTaskToken`: the expression goes on without it",
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
    .summary = "an expression reads a task token that is not there, and goes on without it",
    .why =
        "The context object holds `Task.Token` only in a task with `.waitForTaskToken`, and in some with "
        "`.sync`. JSONata leaves the missing value out of objects and texts, so that nobody can call back.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::token_left_out
