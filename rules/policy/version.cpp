#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::version {

using namespace schemas::iam;

namespace {

// In the current version `${...}` is a variable, in the old one it is text.
Safety safety(const Policy& policy) {
  const Document& document = policy.root.document();
  const Span span = document.span(policy.root.place());
  const std::string_view text = document.text().substr(span.begin, span.end - span.begin);
  return text.find("${") == std::string_view::npos ? Safety::safe : Safety::unsafe;
}

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies) {
    const Value version = policy.root["Version"];
    if (version.literal() == "2008-10-17") {
      Diagnostic& found = report.add(policy.place(version),
                                     "version `2008-10-17` is outdated; the current one is `2012-10-17`");
      if (!policy.quoted)
        found.offer("write `2012-10-17`", safety(policy), {set_value(version, R"("2012-10-17")")});
    }
    if (version || policy.root.open()) continue;
    Diagnostic& found =
        report.add(policy.label(policy.root),
                   "without `Version` IAM reads this policy as version `2008-10-17`; add `2012-10-17`");
    if (!policy.quoted)
      found.offer("add `Version`", safety(policy),
                  {insert_member(policy.root, "Version", R"("2012-10-17")")});
  }
}

constexpr Example examples[] = {
    {.title = "the old one",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     .policy =
         R"json({"Version": «"2008-10-17"», "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "no version",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}], "Version": "2012-10-17"})json",
     .policy =
         R"json(«{»"Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "the current one",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/version",
    .severity = Severity::warning,
    .summary = "a policy with an outdated `Version` or without one",
    .why =
        "Without `Version`, IAM reads a policy as version 2008-10-17: policy variables such as "
        "`${aws:username}` are then plain text.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::version
