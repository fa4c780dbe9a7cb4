#include "schemas/deployment.h"

namespace sfn::schemas {

std::vector<const Document*> Deployment::documents() const {
  std::vector<const Document*> all;
  for (const auto* some : {&task_definitions, &policies, &task_role_policies})
    all.insert(all.end(), some->begin(), some->end());
  return all;
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

void share_policies(asl::Surroundings& surroundings) {
  Deployment shared = deployment(surroundings);
  shared.policies_shared = true;
  set_deployment(surroundings, std::move(shared));
}

}  // namespace sfn::schemas
