// The policy that `sfn-lint policy` prints, and how each format writes it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/iam/grants.h"

namespace sfn::cli {

struct PolicyText {
  enum class Kind : uint8_t {
    permissions,  // of the state machine's role
    task_role,    // permissions of the role of a task that calls back
    trust,        // who may assume the state machine's role
  };
  Kind kind = Kind::permissions;
  std::vector<schemas::iam::Grant> grants = {};
  /// For `trust`: the only account in which the role can be assumed; empty means any.
  std::string account = {};
};

struct PolicyFormat {
  std::string_view name;
  std::string (*print)(const PolicyText&);
  /// How a placeholder is spelled here, and whether the user must fill it in.
  std::string (*spelled)(std::string_view name);
  bool (*filled_by_hand)(std::string_view name);
};

/// One a format.
extern const PolicyFormat policy_json, policy_terraform, policy_cloudformation, policy_sam;
const PolicyFormat* find_policy_format(std::string_view name);
std::vector<std::string> policy_formats();

/// The names of the placeholders `${Name}` in all resources, each once, in order of appearance.
std::vector<std::string> placeholders(const PolicyText& policy);
/// The text with each `${Name}` as a format spells it.
std::string with_placeholders(std::string_view text,
                              const std::function<std::string(std::string_view)>& spelled);

/// A policy document as YAML for CloudFormation, each line indented by `indent`.
std::string cloudformation_document(const PolicyText& policy, std::string_view indent);
/// The section `Parameters` for values that must be passed to the template; empty if there are none.
std::string cloudformation_parameters(const PolicyText& policy);

}  // namespace sfn::cli
