#include "schemas/iam/declared_role.h"

#include "lint/templates/intrinsic.h"
#include "schemas/iam/named_policies.h"

namespace sfn::schemas::iam {

namespace {

// The first of two spellings: of CloudFormation and of Terraform.
Value property(const Declared& resource, std::string_view name, std::string_view terraform) {
  const Value found = resource.properties[name];
  return found ? found : resource.properties[terraform];
}

class PolicyCollector {
 public:
  PolicyCollector(const Declarations& declarations, const Declared& resource) : declarations_(declarations) {
    role_.resource = &resource;
    role_.complete = !declarations.stack().open() && declarations.of(ResourceKind::connector).empty() &&
                     !resource.properties.parent()["Connectors"] &&
                     !(resource.properties.open() && resource.type.starts_with("AWS::"));
  }

  DeclaredRole of_role() {
    const Declared& role = *role_.resource;
    add_inline(property(role, "Policies", "inline_policy"));
    add_managed(property(role, "ManagedPolicyArns", "managed_policy_arns"));
    for (const Declared* policy : declarations_.attached_to(role)) add_attached(*policy);
    if (declarations_.attached_to_unknown()) role_.complete = false;
    return std::move(role_);
  }

  // SAM makes the role of the state machine itself.
  DeclaredRole of_sam_machine() {
    const Value policies = role_.resource->properties["Policies"];
    if (!policies.is_array()) add_of_sam(policies);
    for (const Value policy : policies) add_of_sam(policy);
    const std::string made = std::string(role_.resource->name) + "Role";
    if (declarations_.attached_to_unknown() || declarations_.attached_elsewhere(made)) role_.complete = false;
    return std::move(role_);
  }

 private:
  void add_inline(Value policies) {
    if (policies && !policies.is_array() && !policies.is_null()) role_.complete = false;
    for (const Value policy : policies)
      add_document(policy["PolicyDocument"] ? policy["PolicyDocument"] : policy["policy"]);
  }

  void add_managed(Value policies) {
    if (policies && !policies.is_array() && !policies.is_null()) role_.complete = false;
    for (const Value policy : policies) add_by_name(policy);
  }

  // A managed policy of the template, or one of AWS.
  void add_by_name(Value name) {
    if (const Declared* own = declarations_.find(ResourceKind::managed_policy, name.text()))
      return add_document(property(*own, "PolicyDocument", "policy"));
    // A partition that is not known makes no difference.
    std::string text = declarations_.resolve(name.text());
    if (const size_t at = text.find("${Partition}"); at != text.npos) text.replace(at, 12, "aws");
    const auto known = name.is_string() ? managed_policy(text) : std::nullopt;
    if (known) role_.files.emplace_back(*known, name, declarations_);
    else role_.complete = false;
  }

  void add_attached(const Declared& policy) {
    if (kind_of(policy) == ResourceKind::policy_attachment)
      return add_by_name(policy.properties["policy_arn"]);
    add_document(property(policy, "PolicyDocument", "policy"));
  }

  void add_of_sam(Value policy) {
    if (!policy) return;
    if (policy.has("Statement")) return add_document(policy);
    if (policy.is_string() || policy.is_opaque()) return add_by_name(policy);
    const auto known = sam_policy(policy, declarations_);
    if (known) role_.files.emplace_back(*known, policy, declarations_);
    else role_.complete = false;
  }

  // `data.aws_iam_policy_document.machine.json` has the document in another resource.
  void add_document(Value document) {
    if (document.is_opaque()) document = document_of_data(document.text());
    if (!is_whole(document)) role_.complete = false;
    else role_.files.emplace_back(document, declarations_);
  }

  Value document_of_data(std::string_view text) const {
    const auto [resource, attribute] = declarations_.stack().refer(whole_reference(text));
    if (!resource || resource->type != "aws_iam_policy_document" || attribute != "json") return {};
    if (resource->properties["json"].is_object()) return resource->properties["json"];
    return joins_others(*resource) ? Value() : resource->properties;
  }

  static bool joins_others(const Declared& document) {
    for (const char* name :
         {"source_json", "source_policy_documents", "override_json", "override_policy_documents"})
      if (const Value value = document.properties[name]; value && !value.is_null()) return true;
    return false;
  }

  // Statements behind a function may allow anything.
  static bool is_whole(Value document) {
    const Value statements = document["Statement"] ? document["Statement"] : document["statement"];
    if (document.open() || !(statements.is_array() || statements.is_object())) return false;
    if (statements.is_object()) return !statements.open();
    for (const Value one : statements)
      if (!one.is_object() || one.open()) return false;
    return true;
  }

  const Declarations& declarations_;
  DeclaredRole role_;
};

}  // namespace

std::vector<const Policy*> DeclaredRole::policies() const {
  std::vector<const Policy*> all;
  for (const PolicyFile& file : files)
    for (const Policy& policy : file.policies) all.push_back(&policy);
  return all;
}

DeclaredRole declared_role(const Declarations& declarations, std::string_view text) {
  const Declared* role = declarations.find(ResourceKind::role, text);
  return role ? PolicyCollector(declarations, *role).of_role() : DeclaredRole();
}

bool knows_machine_role(const Deployment& deployment) { return machine_role(deployment).complete; }

DeclaredRole machine_role(const Deployment& deployment) {
  if (!deployment.declarations || !deployment.machine) return {};
  const Declared* machine = deployment.declared_machine();
  // The plugin of Serverless makes a role that fits, unless it is given one.
  if (!machine && deployment.machine->dialect == templates::Dialect::serverless)
    return declared_role(*deployment.declarations,
                         templates::spelled(deployment.machine->value["role"]).value_or(""));
  if (!machine) return {};
  for (const char* name : {"RoleArn", "Role", "role_arn"})
    if (const Value role = machine->properties[name])
      return declared_role(*deployment.declarations, role.text());
  if (machine->type != "AWS::Serverless::StateMachine") return {};
  return PolicyCollector(*deployment.declarations, *machine).of_sam_machine();
}

}  // namespace sfn::schemas::iam
