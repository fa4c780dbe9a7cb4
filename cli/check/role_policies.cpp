#include "cli/check/role_policies.h"

#include "lint/templates/inlined.h"
#include "lint/templates/resource.h"

namespace sfn::cli {

RolePolicies::RolePolicies(const Definition& definition, FileId first) {
  const templates::Resource* origin = definition.origin.get();
  if (!origin || !origin->policies_complete) return;
  for (const Value policy : origin->policies)
    documents_.push_back(templates::read_object(origin->outer, policy, templates::Variables::plain, first++));
  for (const Document& document : documents_) policies_.push_back(&document);
}

void RolePolicies::append(const Reference& in_template, std::vector<Reference>& references) const {
  for (const Document& document : documents_)
    references.push_back({in_template.path, in_template.text, &document});
}

}  // namespace sfn::cli
