// Beyond the catalogue: what connect-stepfunctions says of `.sync`
#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::child_execution_missing {

namespace {

void check(const asl::Machine& machine, Report& report) {
  report_lacks_by_state(machine, NeedKind::child_execution, "", report);
}

constexpr Example examples[] = {
    {.title = "only the start is allowed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:StartExecution", "events:*"], "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:DescribeExecution",
    "states:StopExecution"
  ],
  "Resource": [
    "arn:aws:states:eu-west-1:123456789012:execution:child:*"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:StartExecution", "events:*"], "Resource": "*"}]})json"},
    {.title = "on the state machine, where its executions are meant",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "events:*", "Resource": "*"},
  {"Effect": "Allow", "Action": "states:*", "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"},
  {
    "Effect": "Allow",
    "Action": [
      "states:DescribeExecution",
      "states:StopExecution"
    ],
    "Resource": [
      "arn:aws:states:eu-west-1:123456789012:execution:child:*"
    ]
  }]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "events:*", "Resource": "*"},
  {"Effect": "Allow", "Action": "states:*", "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}]})json"},
    {.title = "allowed",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:*", "events:*"], "Resource": "*"}]})json"},
    {.title = "nobody waits",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
 "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/child-execution-missing",
    .severity = Severity::warning,
    .summary = "a state waits for an execution that it starts, and the role may not look at it or stop it",
    .why =
        "Step Functions learns of the end of the child execution from an event, and looks at the execution "
        "where the event does not come. Without `states:DescribeExecution` the parent can wait long after "
        "the child has ended; without `states:StopExecution` the child runs on when the parent is stopped.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::child_execution_missing
