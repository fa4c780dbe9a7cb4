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

void add_documents(Value policies, Resource& resource) {
  for (const Value policy : policies)
    if (const Value document = policy["PolicyDocument"]; document.is_object() && !intrinsic(document))
      resource.policies.push_back(document);
    else resource.policies_complete = false;
}

bool names(Value roles, std::string_view role) {
  for (const Value one : roles)
    if (named_by(one) == role) return true;
  return false;
}

// CDK and many people keep the policies of a role beside it.
void add_separate(Value resources, std::string_view role, Resource& resource) {
  for (const Value other : resources) {
    const auto type = other["Type"].literal();
    if (type != "AWS::IAM::Policy" && type != "AWS::IAM::ManagedPolicy") continue;
    if (!names(other["Properties"]["Roles"], role)) continue;
    if (const Value document = other["Properties"]["PolicyDocument"]; document.is_object())
      resource.policies.push_back(document);
  }
}

}  // namespace

void find_policies(Value machine, Resource& resource) {
  const Value properties = machine["Properties"];
  const std::string_view name = named_by(properties[resource.dialect == Dialect::sam ? "Role" : "RoleArn"]);
  const Value role = name.empty() ? Value() : machine.parent()[name];
  if (role["Type"].literal() != "AWS::IAM::Role") return;
  resource.policies_complete = !role["Properties"]["ManagedPolicyArns"];
  add_documents(role["Properties"]["Policies"], resource);
  add_separate(machine.parent(), name, resource);
}

}  // namespace sfn::templates
