// `sfn-lint policy --format cloudformation`: a role with the policy, as YAML.
#include <fmt/core.h>

#include "cli/policy/policy_text.h"

namespace sfn::cli {

namespace {

std::string cloudformation_placeholder(std::string_view name) {
  if (name == "Account") return "${AWS::AccountId}";
  if (name == "Partition" || name == "Region") return fmt::format("${{AWS::{}}}", name);
  return fmt::format("${{{}}}", name);
}
bool cloudformation_by_hand(std::string_view name) {
  return name != "Account" && name != "Partition" && name != "Region";
}

// A plain text with `*` or `:` in it could be read as something else.
std::string quoted(const std::string& text) {
  const std::string filled = with_placeholders(text, cloudformation_placeholder);
  return fmt::format("{}\"{}\"", filled == text && filled.find("${") == std::string::npos ? "" : "!Sub ",
                     filled);
}

std::string list(const std::vector<std::string>& texts, std::string_view indent) {
  std::string items;
  for (const std::string& text : texts) items += fmt::format("{}- {}\n", indent, quoted(text));
  return items;
}

std::string condition(std::string_view indent, std::string_view key, std::string_view value) {
  return fmt::format("{0}  Condition:\n{0}    StringEquals:\n{0}      {1}: \"{2}\"\n", indent, key, value);
}

std::string statement(const schemas::iam::Grant& grant, std::string_view indent) {
  const std::string inner = std::string(indent) + "    ";
  std::string text = fmt::format("{0}- Effect: Allow\n{0}  Action:\n{1}", indent, list(grant.actions, inner));
  text += grant.resources == std::vector<std::string>{"*"}
              ? fmt::format("{}  Resource: \"*\"\n", indent)
              : fmt::format("{}  Resource:\n{}", indent, list(grant.resources, inner));
  if (!grant.passed.empty()) text += condition(indent, "iam:PassedToService", grant.passed);
  return text;
}

std::string trust_document(std::string_view service, const std::string& account, std::string_view indent) {
  std::string text = fmt::format(
      "{0}Version: \"2012-10-17\"\n{0}Statement:\n{0}  - Effect: Allow\n{0}    Principal:\n{0}      Service: "
      "{1}\n{0}    Action: sts:AssumeRole\n",
      indent, service);
  return account.empty() ? text : text + condition(std::string(indent) + "  ", "aws:SourceAccount", account);
}

std::string cloudformation_policy(const PolicyText& policy) {
  const bool task = policy.kind == PolicyText::Kind::task_role;
  std::string text = cloudformation_parameters(policy);
  text += fmt::format(
      "Resources:\n  {}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n",
      task ? "TaskRole" : "StateMachineRole");
  text +=
      trust_document(task ? "ecs-tasks.amazonaws.com" : "states.amazonaws.com", policy.account, "        ");
  if (policy.kind == PolicyText::Kind::trust) return text;
  return text + fmt::format("      Policies:\n        - PolicyName: {}\n          PolicyDocument:\n{}",
                            task ? "callback" : "state-machine",
                            cloudformation_document(policy, "            "));
}

}  // namespace

std::string cloudformation_document(const PolicyText& policy, std::string_view indent) {
  std::string text = fmt::format("{0}Version: \"2012-10-17\"\n{0}Statement:\n", indent);
  for (const schemas::iam::Grant& grant : policy.grants) text += statement(grant, std::string(indent) + "  ");
  return text;
}

std::string cloudformation_parameters(const PolicyText& policy) {
  std::string text;
  for (const std::string& name : placeholders(policy))
    if (cloudformation_by_hand(name)) text += fmt::format("  {}:\n    Type: String\n", name);
  return text.empty() ? "" : "Parameters:\n" + text;
}

const PolicyFormat policy_cloudformation{"cloudformation", cloudformation_policy, cloudformation_placeholder,
                                         cloudformation_by_hand};

}  // namespace sfn::cli
