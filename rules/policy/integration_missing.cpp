// Catalogue IAM921
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
  for (const Lack& lack : role.lacks(NeedKind::integration)) {
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
                fmt::format("{} {} not allowed, which {} needs", actions, count == 1 ? "is" : "are",
                            named_states(lacks.front().all)),
                report);
  }
}

constexpr Example examples[] = {
    {"a function",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "lambda:InvokeFunction"
  ],
  "Resource": [
    "arn:aws:lambda:*:*:function:resize"
  ]
}]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json",
     {}},
    {"a queue, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Arguments": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", "MessageBody": "m"}, "End": true})json",
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "sqs:SendMessage"
  ],
  "Resource": [
    "arn:aws:sqs:eu-west-1:123456789012:jobs"
  ]
}]})json",
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json",
     {}},
    {"it is allowed",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:resize"}]})json",
     {}},
    {"a function that is not known",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName.$": "$.function"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:resize"}]})json",
     {}},
    {"what has no documentation",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::eks:runJob", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     {},
     {},
     {},
     {},
     R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json",
     {}},
};

}  // namespace

extern const Rule integration_missing{
    .id = "policy/integration-missing",
    .severity = Severity::warning,
    .summary = "what a call of another service needs is not allowed",
    .why =
        "The state fails with an error of access each time it runs, unless the resource has a "
        "policy of its own that lets the role in. What is needed is what the page of the "
        "integration in the Developer Guide lists.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::policy
