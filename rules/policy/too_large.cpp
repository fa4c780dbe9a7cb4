// Beyond the catalogue: IAM quotas
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/size.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::too_large {

using namespace schemas::iam;

namespace {

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies) {
    const size_t size = characters(policy);
    if (!policy.trust && size > most_inline_characters)
      report.add(
          policy.label(policy.root),
          fmt::format("this policy has {} characters; IAM accepts at most {}", size, most_inline_characters));
  }
}

constexpr Example examples[] = {
    {.title = "a small one",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/too-large",
    .severity = Severity::error,
    .summary = "a policy that is larger than IAM accepts",
    .why =
        "IAM refuses the policy when it is deployed, with `LimitExceeded`: all inline policies of a "
        "role have 10,240 characters together, a managed policy 6,144; whitespace does not count.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::too_large
