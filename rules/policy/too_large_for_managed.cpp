// Beyond the catalogue: IAM quotas
#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "rules/policy/shared/size.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::too_large_for_managed {

using namespace schemas::iam;

namespace {

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies) {
    const size_t size = characters(policy);
    if (!policy.trust && size > most_managed_characters && size <= most_inline_characters)
      report.add(policy.label(policy.root),
                 fmt::format("this policy has {} characters; a managed policy has at most {}", size,
                             most_managed_characters));
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
    .id = "policy/too-large-for-managed",
    .severity = Severity::info,
    .summary = "a policy that is too large for a managed policy",
    .why =
        "A managed policy has 6,144 characters at most, whitespace not counted. This one fits "
        "only as an inline policy.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::too_large_for_managed
