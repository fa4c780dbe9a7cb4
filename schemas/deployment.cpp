#include "schemas/deployment.h"

#include "lint/templates/terraform_stack.h"

namespace sfn::schemas {

std::vector<const Document*> Deployment::documents() const {
  std::vector<const Document*> all;
  for (const auto* some : {&task_definitions, &policies, &task_role_policies})
    all.insert(all.end(), some->begin(), some->end());
  if (declarations)
    for (const auto& document : declarations->stack().documents()) all.push_back(document.get());
  return all;
}

const Declared* Deployment::declared_machine() const {
  return declarations && machine ? declarations->stack().find(machine->id) : nullptr;
}

std::string Deployment::deployed(std::string_view text) const {
  const std::string filled = machine ? machine->filled(text) : std::string(text);
  return declarations ? declarations->resolve(filled) : filled;
}

const Declared* Deployment::find(ResourceKind kind, std::string_view text) const {
  if (!declarations) return nullptr;
  return declarations->find(kind, machine ? machine->filled(text) : std::string(text));
}

// Nobody but `set_deployment` attaches anything.
const Deployment& deployment(const asl::Surroundings& surroundings) {
  static const Deployment nothing;
  const asl::Attachments* attached = surroundings.attachments.get();
  return attached ? *static_cast<const Deployment*>(attached) : nothing;
}

void set_deployment(asl::Surroundings& surroundings, Deployment deployment) {
  surroundings.attachments = std::make_shared<const Deployment>(std::move(deployment));
}

std::shared_ptr<const Declarations> declarations_around(const Definition& definition, FileId first,
                                                        const std::vector<std::string_view>& configuration) {
  if (!definition.origin) return nullptr;
  const bool terraform = definition.origin->dialect == templates::Dialect::terraform;
  return std::make_shared<const Declarations>(terraform
                                                  ? templates::read_terraform_stack(configuration, first)
                                                  : templates::read_stack(definition.origin->outer, first));
}

void set_template(asl::Surroundings& surroundings, const Definition& definition,
                  std::shared_ptr<const Declarations> declarations) {
  if (!definition.origin) return;
  Deployment known = deployment(surroundings);
  known.declarations = std::move(declarations);
  known.machine = definition.origin;
  if (known.policies.empty()) known.policies_shared = true;  // others may have the role too
  set_deployment(surroundings, std::move(known));
}

void share_policies(asl::Surroundings& surroundings) {
  Deployment shared = deployment(surroundings);
  shared.policies_shared = true;
  set_deployment(surroundings, std::move(shared));
}

}  // namespace sfn::schemas
