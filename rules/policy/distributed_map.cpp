// Catalogue IAM920
#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"

namespace sfn::rules::policy::distributed_map {

namespace {

void check(const asl::Machine& machine, Report& report) {
  report_lacks_by_state(machine, NeedKind::distributed_map, "the distributed Map of ", report);
}

constexpr Example examples[] = {
    {"a role without it",
     R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:StartExecution"
  ],
  "Resource": [
    "arn:aws:states:*:*:stateMachine:*"
  ]
}, {
  "Effect": "Allow",
  "Action": [
    "states:DescribeExecution",
    "states:StopExecution"
  ],
  "Resource": [
    "arn:aws:states:*:*:execution:*:*"
  ]
}]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json",
     {}},
    {"a reader of another bucket",
     R"json({"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "jobs", "Key": "all.json"}},
 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"},
  {
    "Effect": "Allow",
    "Action": [
      "s3:GetObject"
    ],
    "Resource": [
      "arn:aws:s3:::jobs/all.json"
    ]
  }]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json",
     {}},
    {"they are allowed",
     R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json",
     {}},
    {"an inline Map",
     R"json({"Type": "Map", "ItemProcessor": {
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json",
     {}},
};

}  // namespace

extern const Rule rule{
    .id = "policy/distributed-map",
    .severity = Severity::warning,
    .summary = "what a distributed Map, its reader or its writer needs is not allowed",
    .why =
        "A distributed Map starts child executions of its own state machine, and looks at them "
        "and stops them: the role needs that for itself. Its `ItemReader` and `ResultWriter` "
        "read and write S3 with the role, too.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::policy::distributed_map
