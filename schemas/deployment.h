// What a definition is deployed with in an AWS account, as far as a run was told.
#pragma once

#include "lint/asl/surroundings.h"
#include "lint/definition.h"
#include "lint/templates/resource.h"
#include "schemas/stack/declarations.h"

namespace sfn::schemas {

struct Deployment final : asl::Attachments {
  /// The output of `aws ecs describe-task-definition`.
  std::vector<const Document*> task_definitions = {};
  /// IAM policies of the state machine's role, and of the roles of its tasks.
  std::vector<const Document*> policies = {}, task_role_policies = {};
  /// Several definitions are checked against these policies, so no permission in them can be called unused.
  bool policies_shared = false;
  /// The template that declares the state machine, and the machine in it; null if there is none.
  std::shared_ptr<const Declarations> declarations = {};
  std::shared_ptr<const templates::Resource> machine = {};

  std::vector<const Document*> documents() const override;

  /// The machine among the declarations; null if it is not there.
  const Declared* declared_machine() const;
  /// A text of the definition as it reads when the template is deployed, as far as that is known, see
  /// Declarations::resolve.
  std::string deployed(std::string_view text) const;
  /// The resource of the template that a text of the definition refers to, or names. Null if that is not
  /// certain.
  const Declared* find(ResourceKind kind, std::string_view text) const;
  bool declares(ResourceKind kind) const { return declarations && !declarations->of(kind).empty(); }
};

/// An empty one if nothing is known.
const Deployment& deployment(const asl::Surroundings& surroundings);

void set_deployment(asl::Surroundings& surroundings, Deployment deployment);
/// The resources of the template of a definition; null if it is in none. `first` is the FileId of the first
/// document of their stack. `configuration` has the files of the folder, if it is in one of Terraform.
std::shared_ptr<const Declarations> declarations_around(
    const Definition& definition, FileId first, const std::vector<std::string_view>& configuration = {});
/// Adds the template of a definition, whose resources are the `declarations`.
void set_template(asl::Surroundings& surroundings, const Definition& definition,
                  std::shared_ptr<const Declarations> declarations);
/// Notes that several definitions are checked against the policies.
void share_policies(asl::Surroundings& surroundings);

namespace iam {
/// Whether the template has all policies of the state machine's role.
bool knows_machine_role(const Deployment& deployment);
}  // namespace iam

namespace given {

inline constexpr asl::Requirement task_definition{"a task definition", [](const asl::Surroundings& known) {
                                                    const Deployment& given = deployment(known);
                                                    return !given.task_definitions.empty() ||
                                                           given.declares(ResourceKind::task_definition);
                                                  }};
inline constexpr asl::Requirement role_policy{
    "a policy of the state machine's role", [](const asl::Surroundings& known) {
      return !deployment(known).policies.empty() || iam::knows_machine_role(deployment(known));
    }};
inline constexpr asl::Requirement task_role_policy{
    "a policy of the task's role", [](const asl::Surroundings& known) {
      return !deployment(known).task_role_policies.empty() ||
             (deployment(known).declares(ResourceKind::task_definition) &&
              deployment(known).declares(ResourceKind::role));
    }};

}  // namespace given

}  // namespace sfn::schemas
