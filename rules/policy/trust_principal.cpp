#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::trust_principal {

using namespace schemas::iam;

namespace {

bool is_step_functions(std::string_view service) {
  return service == "*" || service.find("${") != service.npos ||
         (service.starts_with("states.") && service.find(".amazonaws.com") != service.npos);
}

// What is no string (a function of CloudFormation) can be anything.
bool lets_in(Value principal) {
  if (!principal.is_object()) return principal.is_opaque() || principal.text() == "*";
  if (principal.open()) return true;
  for (Value value : texts(principal["Service"]))
    if (!value.is_string() || is_step_functions(value.text())) return true;
  for (Value value : texts(principal["AWS"]))
    if (value.text() == "*") return true;
  return false;
}

bool trusts(const Policy& policy) {
  for (const Statement& statement : policy.statements) {
    if (statement.effect == Effect::deny || statement.names("sts:AssumeRole") == Answer::no) continue;
    if (statement.value.has("NotPrincipal") || lets_in(statement.value["Principal"])) return true;
  }
  return policy.root.open();
}

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies) {
    if (!policy.trust || trusts(policy)) continue;
    const Value principal = policy.statements.front().value["Principal"];
    const std::vector<Value> services = texts(principal["Service"]);
    const bool one = policy.statements.size() == 1 && services.size() == 1;
    Diagnostic& found = report.add(policy.place(one         ? services[0]
                                                : principal ? principal
                                                            : policy.root),
                                   "this trust policy does not let `states.amazonaws.com` assume the role");
    if (one && !policy.quoted)
      found.offer_unsafe("write `states.amazonaws.com`", set_value(services[0], R"("states.amazonaws.com")"));
  }
}

constexpr Example examples[] = {
    {.title = "a role for tasks",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": «"ecs-tasks.amazonaws.com"»}, "Action": "sts:AssumeRole"}]})json"},
    {.title = "Step Functions among others",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ecs-tasks.amazonaws.com", "states.amazonaws.com"]}, "Action": "sts:AssumeRole"}]})json"},
    {.title = "a policy of permissions says nothing of trust",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/trust-principal",
    .severity = Severity::error,
    .summary = "a trust policy that does not let Step Functions assume the role",
    .why =
        "Step Functions refuses the state machine when it is deployed: it cannot assume a role that "
        "does not trust `states.amazonaws.com`. A policy with a `Principal` is taken as the trust "
        "policy of the state machine's role.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::trust_principal
