#include "lint/rule.h"
#include "rules/policy/shared/lacks.h"
#include "schemas/deployment.h"

namespace sfn::rules::policy::integration_missing {

namespace {

void check(const asl::Machine& machine, Report& report) {
  report_lacks_by_state(machine, NeedKind::integration, "", report);
}

constexpr Example examples[] = {
    {.title = "a function",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "lambda:InvokeFunction"
  ],
  "Resource": [
    "arn:aws:lambda:*:*:function:resize"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "a queue, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Arguments": {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", "MessageBody": "m"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "sqs:SendMessage"
  ],
  "Resource": [
    "arn:aws:sqs:eu-west-1:123456789012:jobs"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "a call of the AWS SDK, by the name that IAM has for it",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": "b"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}, {
  "Effect": "Allow",
  "Action": [
    "s3:ListBucket"
  ],
  "Resource": [
    "arn:aws:s3:::b"
  ]
}]})json",
     .policy =
         R"json({"Version": "2012-10-17", «"Statement"»: [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
    {.title = "it is allowed on some resource",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": "b"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::b"}]})json"},
    {.title = "it is allowed",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:resize"}]})json"},
    {.title = "a function that is not known",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName.$": "$.function"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:resize"}]})json"},
    {.title = "a call without documented permissions",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::eks:runJob", "Parameters": {"FunctionName": "resize"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/integration-missing",
    .severity = Severity::warning,
    .summary = "the role lacks permissions that a call of another service needs",
    .why =
        "The state fails when it runs, with an error of access, unless the resource has a policy of "
        "its own that lets the role in; what is needed only to wait for a job or to stop it matters "
        "when the job ends or is stopped. What is needed is what the page of the integration in the "
        "Developer Guide lists, and for a call of the AWS SDK the action of the same name.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::integration_missing
