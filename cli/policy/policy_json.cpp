// `sfn-lint policy --format json`: the document as IAM takes it.
#include "cli/policy/policy_text.h"

namespace sfn::cli {

namespace {

std::string json_trust(const std::string& account) {
  std::string condition;
  if (!account.empty())
    condition =
        ",\n      \"Condition\": {\n        \"StringEquals\": {\n          \"aws:SourceAccount\": \"" +
        account + "\"\n        }\n      }";
  return R"({
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Service": "states.amazonaws.com"
      },
      "Action": "sts:AssumeRole")" +
         condition + "\n    }\n  ]\n}\n";
}

std::string json_policy(const PolicyText& policy) {
  if (policy.kind == PolicyText::Kind::trust) return json_trust(policy.account);
  return schemas::iam::to_json(policy.grants);
}

std::string json_placeholder(std::string_view name) { return std::string("${").append(name).append("}"); }
bool json_by_hand(std::string_view) { return true; }

}  // namespace

const PolicyFormat policy_json{"json", json_policy, json_placeholder, json_by_hand};

}  // namespace sfn::cli
