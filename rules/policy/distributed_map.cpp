// Catalogue IAM920
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/role.h"

namespace sfn::rules::policy {

namespace {

// Lacks of one state are one finding.
void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  std::vector<std::vector<Lack>> by_state;
  for (const Lack& lack : role.lacks(NeedKind::distributed_map)) {
    if (by_state.empty() || by_state.back().front().need->because != lack.need->because)
      by_state.emplace_back();
    by_state.back().push_back(lack);
  }
  for (const std::vector<Lack>& lacks : by_state) {
    std::string actions;
    size_t count = 0;
    for (const Lack& lack : lacks) {
      const std::string name = fmt::format("`{}`", lack.need->action);
      if (actions.find(name) != actions.npos) continue;
      actions += (actions.empty() ? "" : ", ") + name;
      ++count;
    }
    report_lack(role, role.permissions(), lacks,
                fmt::format("{} {} not allowed, which the distributed Map of {} needs", actions,
                            count == 1 ? "is" : "are", named_states(lacks.front().all)),
                report);
  }
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

extern const Rule distributed_map{
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

}  // namespace sfn::rules::policy
