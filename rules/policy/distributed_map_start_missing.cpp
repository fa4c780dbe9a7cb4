// Of which AWS's refusal is recorded
#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::distributed_map_start_missing {

namespace {

void check(const asl::Machine& machine, Report& report) {
  report_lacks_by_state(machine, NeedKind::map_start, "the distributed Map of ", report, Safety::safe);
}

constexpr Example examples[] = {
    {.title = "a role for something else",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:StartExecution"
  ],
  "Resource": [
    "arn:aws:states:*:*:stateMachine:*"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "*"}]})json"},
    {.title = "the executions, where the state machine is meant",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:*"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}, {
  "Effect": "Allow",
  "Action": [
    "states:StartExecution"
  ],
  "Resource": [
    "arn:aws:states:eu-west-1:123456789012:stateMachine:*"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:*"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json"},
    {.title = "it is allowed",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json"},
    {.title = "an inline Map",
     .text = R"json({"Type": "Map", "ItemProcessor": {
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/distributed-map-start-missing",
    .severity = Severity::error,
    .summary = "a distributed Map may not start its child executions",
    .why =
        "The state fails when it runs: a distributed Map starts an execution of its own state machine for "
        "each batch of items, with the role of the state machine, which needs `states:StartExecution` on "
        "that state machine.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::distributed_map_start_missing
