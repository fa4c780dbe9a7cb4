#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::distributed_map {

namespace {

void check(const asl::Machine& machine, Report& report) {
  report_lacks_by_state(machine, NeedKind::distributed_map, "the distributed Map of ", report);
}

constexpr Example examples[] = {
    {.title = "a role without it",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "states:DescribeExecution",
    "states:StopExecution"
  ],
  "Resource": [
    "arn:aws:states:*:*:execution:*:*"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}]})json"},
    {.title = "a reader of another bucket",
     .text =
         R"json({"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "jobs", "Key": "all.json"}},
 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .fixed =
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
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json"},
    {.title = "they are allowed",
     .text =
         R"json({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:StartExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"},
  {"Effect": "Allow", "Action": ["states:DescribeExecution", "states:StopExecution"], "Resource": "arn:aws:states:eu-west-1:123456789012:execution:orders:*"}]})json"},
    {.title = "a writer that may not abort its uploads",
     .text =
         R"json({"Type": "Map", "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "jobs", "Prefix": "out"}},
 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:*", "Resource": "*"},
  {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::jobs/*"}]})json"},
    {.title = "a writer that may not write",
     .text =
         R"json({"Type": "Map", "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "jobs", "Prefix": "out"}},
 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:*", "Resource": "*"},
  {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::jobs/*"},
  {
    "Effect": "Allow",
    "Action": [
      "s3:PutObject"
    ],
    "Resource": [
      "arn:aws:s3:::jobs/out/*"
    ]
  }]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "states:*", "Resource": "*"},
  {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::jobs/*"}]})json"},
    {.title = "an inline Map",
     .text = R"json({"Type": "Map", "ItemProcessor": {
  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/distributed-map",
    .severity = Severity::warning,
    .summary = "what a distributed Map, its reader or its writer should be allowed is not",
    .why =
        "A distributed Map looks at its child executions, and stops them when the Map is stopped: without "
        "the permission they run on. Its `ItemReader` and `ResultWriter` read and write S3 with the role, "
        "and fail when the state runs unless the policy of the bucket lets the role in.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::distributed_map
