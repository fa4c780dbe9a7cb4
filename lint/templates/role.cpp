#include "lint/templates/role.h"

#include <string_view>

#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

// The logical id in `!GetAtt Role.Arn`, `!Ref Role` or `!Sub ${Role.Arn}`; empty where there is none.
std::string_view named_by(Value value) {
  const auto call = intrinsic(value);
  if (!call) return {};
  const Value name = call->argument.is_array() ? call->argument.first_child() : call->argument;
  std::string_view text = name.text();
  if (call->name == "Fn::Sub" && text.starts_with("${") && text.ends_with('}'))
    text = text.substr(2, text.size() - 3);
  return text.substr(0, text.find('.'));
}

// `field` of each item is a policy document; without a field the item itself, which SAM takes beside names.
void add_documents(Value policies, std::string_view field, Resource& resource) {
  if (policies && !policies.is_array()) resource.policies_complete = false;
  for (const Value policy : policies) {
    const Value document = field.empty() ? policy : policy[field];
    const bool known = document.is_object() && document.has("Statement") && !intrinsic(document);
    if (known) resource.policies.push_back(document);
    else resource.policies_complete = false;
  }
}

bool is_policy(Value resource) {
  const auto type = resource["Type"].literal();
  return type == "AWS::IAM::Policy" || type == "AWS::IAM::ManagedPolicy" || type == "AWS::IAM::RolePolicy";
}

// Roles that a policy names; where they are not plain, the policy may be for any role.
enum class Names : uint8_t { no, yes, maybe };
Names names(Value policy, std::string_view role) {
  const Value properties = policy["Properties"];
  const Value roles = properties["RoleName"] ? properties["RoleName"] : properties["Roles"];
  if (!roles.is_array())
    return roles && named_by(roles) != role ? Names::maybe : roles ? Names::yes : Names::no;
  Names found = Names::no;
  for (const Value one : roles) {
    if (named_by(one) == role) return Names::yes;
    if (named_by(one).empty()) found = Names::maybe;
  }
  return found;
}

// CDK and many people keep the policies of a role beside it.
void add_separate(Value resources, std::string_view role, Resource& resource) {
  for (const Value other : resources) {
    if (!is_policy(other)) continue;
    const Names named = names(other, role);
    const Value document = other["Properties"]["PolicyDocument"];
    if (named == Names::yes && document.is_object() && !intrinsic(document))
      resource.policies.push_back(document);
    else if (named != Names::no) resource.policies_complete = false;
  }
}

}  // namespace

void find_policies(Value machine, Resource& resource) {
  const bool sam = resource.dialect == Dialect::sam;
  const Value properties = machine["Properties"], role_arn = properties[sam ? "Role" : "RoleArn"];
  resource.policies_complete = true;
  if (sam && !role_arn) return add_documents(properties["Policies"], "", resource);
  const std::string_view name = named_by(role_arn);
  const Value role = name.empty() ? Value() : machine.parent()[name];
  resource.policies_complete =
      role["Type"].literal() == "AWS::IAM::Role" && !role["Properties"]["ManagedPolicyArns"];
  if (!resource.policies_complete) return;
  add_documents(role["Properties"]["Policies"], "PolicyDocument", resource);
  add_separate(machine.parent(), name, resource);
}

}  // namespace sfn::templates
