// `sfn-lint policy --format sam`: the property `Policies` of an AWS::Serverless::StateMachine.
#include "cli/policy/policy_text.h"

namespace sfn::cli {

namespace {

std::string sam_policy(const PolicyText& policy) {
  // SAM makes the trust policy itself, and knows no tasks' roles.
  if (policy.kind != PolicyText::Kind::permissions) return policy_cloudformation.print(policy);
  std::string document = cloudformation_document(policy, "          ");
  document.replace(8, 2, "- ");
  return cloudformation_parameters(policy) +
         "Resources:\n  StateMachine:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      "
         "Policies:\n" +
         document;
}

std::string sam_placeholder(std::string_view name) { return policy_cloudformation.spelled(name); }
bool sam_by_hand(std::string_view name) { return policy_cloudformation.filled_by_hand(name); }

}  // namespace

const PolicyFormat policy_sam{"sam", sam_policy, sam_placeholder, sam_by_hand};

}  // namespace sfn::cli
