// Beyond the catalogue: what IAM refuses
#include <fmt/core.h>

#include <algorithm>

#include "lint/json/json_text.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::malformed {

using namespace schemas::iam;

namespace {

Safety safe_only_if_case(std::string_view written, std::string_view meant) {
  return equal_without_case(written, meant) ? Safety::safe : Safety::unsafe;
}

class Grammar {
 public:
  Grammar(const Policy& policy, Report& report) : policy_(policy), report_(report) {}

  void check() {
    version(policy_.root["Version"]);
    const Value statements = policy_.root["Statement"];
    if (!statements && !policy_.root.open())
      add(policy_.label(policy_.root), "this policy has no `Statement`");
    if (statements && !statements.is_object() && !statements.is_array() && !statements.is_opaque())
      add(policy_.place(statements),
          fmt::format("`Statement` must be an object or an array of objects, not {}",
                      describe(statements.kind())));
    for (Value item : texts(statements)) {
      if (item.is_object()) statement(item);
      else if (statements.is_array() && !item.is_opaque())
        add(policy_.place(item), fmt::format("a statement must be an object, not {}", describe(item.kind())));
    }
  }

 private:
  Diagnostic& add(Place place, std::string message) { return report_.add(place, std::move(message)); }

  void version(Value value) {
    if (!value || value.is_opaque() || value.templated()) return;
    if (value.literal() != "2012-10-17" && value.literal() != "2008-10-17") {
      Diagnostic& found =
          add(policy_.place(value), "this `Version` does not exist; the current one is `2012-10-17`");
      if (!policy_.quoted) found.offer_unsafe("write `2012-10-17`", set_value(value, R"("2012-10-17")"));
    }
  }

  void statement(Value value) {
    misspelt_ = value.open();
    for (Value member : value) element(member);
    effect(value, value["Effect"]);
    one_of(value, "Action", "NotAction");
    if (policy_.trust) one_of(value, "Principal", "NotPrincipal");
    else one_of(value, "Resource", "NotResource");
  }

  void element(Value member) {
    static constexpr std::string_view names[] = {"Sid",         "Effect",    "Action",
                                                 "NotAction",   "Resource",  "Principal",
                                                 "NotResource", "Condition", "NotPrincipal"};
    if (std::find(std::begin(names), std::end(names), member.name()) != std::end(names)) return;
    if (member.is_opaque() && member.name().empty()) return;
    misspelt_ = true;
    const auto near = nearest(member.name(), names);
    Diagnostic& found =
        add(policy_.key(member), fmt::format("a statement has no element `{}`{}", member.name(),
                                             near ? fmt::format("; did you mean `{}`?", *near) : ""));
    if (near && !policy_.quoted && !member.parent().has(*near))
      found.offer(fmt::format("rename to `{}`", *near), safe_only_if_case(member.name(), *near),
                  {rename_key(member, std::string(*near))});
  }

  void effect(Value statement, Value value) {
    if (!value) {
      if (!misspelt_) add(policy_.label(statement), "this statement has no `Effect`; add `Allow` or `Deny`");
      return;
    }
    if (value.is_opaque() || value.templated() || value.literal() == "Allow" || value.literal() == "Deny")
      return;
    static constexpr std::string_view effects[] = {"Allow", "Deny"};
    const auto near = value.is_string() ? nearest(value.text(), effects) : std::nullopt;
    Diagnostic& found =
        add(policy_.place(value), near ? fmt::format("this effect does not exist; did you mean `{}`?", *near)
                                       : std::string("an effect must be `Allow` or `Deny`"));
    if (near && !policy_.quoted)
      found.offer(fmt::format("write `{}`", *near), safe_only_if_case(value.text(), *near),
                  {set_value(value, json::quote(*near))});
  }

  // A misspelt element may be the one that seems to be missing.
  void one_of(Value statement, std::string_view name, std::string_view other) {
    if (statement.has(name) && statement.has(other))
      add(policy_.key(statement[other]), fmt::format("`{}` cannot be combined with `{}`", name, other));
    if (!statement.has(name) && !statement.has(other) && !misspelt_)
      add(policy_.label(statement), fmt::format("this statement has no `{}`", name));
  }

  const Policy& policy_;
  Report& report_;
  bool misspelt_ = false;
};

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  const Value root = document.root();
  if (file.policies.empty() && !root.is_opaque() && !root.open())
    report.add(root.label(), "this is not an IAM policy: it has no `Statement`");
  for (const Policy& policy : file.policies) Grammar(policy, report).check();
}

constexpr Example examples[] = {
    {.title = "an effect in small letters",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": «"allow"», "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "a version of another year",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     .policy =
         R"json({"Version": «"2012-10-18"», "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "a misspelled element",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .fixed =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], «"Resources"»: ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "statements of another kind",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy = R"json({"Version": "2012-10-17", "Statement": «7»})json"},
    {.title = "nothing of a policy",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy = R"json(«{»"StartAt": "A"})json"},
    {.title = "two that exclude each other",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"], «"NotResource"»: "*"}]})json"},
    {.title = "as `aws iam get-role-policy` prints it",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"RoleName": "orders", "PolicyName": "tasks", "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]}})json"},
    {.title = "a single statement, and a trust policy",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json([{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}},
 {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}])json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/malformed",
    .severity = Severity::error,
    .summary = "a policy that IAM does not accept",
    .why = "IAM refuses the policy when it is deployed, with `MalformedPolicyDocument`.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::malformed
