#include "cli/policy/unknown_need.h"

#include <fmt/core.h>

namespace sfn::cli {

using schemas::iam::UnknownNeed;
using enum schemas::iam::UnknownNeedKind;

std::string describe(const UnknownNeed& unknown) {
  switch (unknown.kind) {
    case unlisted_call:
      return fmt::format("the documentation lists no permissions for `{}`", unknown.call);
    case unlisted_action:
      return fmt::format("the tables do not say which IAM action `{}` needs", unknown.call);
    case any_resource:
      return fmt::format("`{}` is allowed on all resources, since the tables do not say on which it acts",
                         unknown.call);
    case unread_call:
      return "the service that it calls is not known";
    case credentials:
      return "the role in `Credentials` makes the call and needs the permissions for it";
    case task_definition:
      return "the roles of its task definition are not known; give `--task-definition` or `--role-arn`";
    case unread_task_role:
      return "a role of its task definition is not known: give `--role-arn`";
  }
  return {};
}

bool is_about_task_roles(const UnknownNeed& unknown) {
  return unknown.kind == task_definition || unknown.kind == unread_task_role;
}

}  // namespace sfn::cli
